package org.rung.senders;

import static org.rung.db.Tables.BRAND_CAMPAIGNS;
import static org.rung.db.Tables.SENDERS;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

/** How fast senders may send: their own rates, and the registrations that several share. */
@Repository
class PacingStore {
    private final DSLContext dsl;
    private final SenderRates rates;

    PacingStore(DSLContext dsl, SenderRates rates) {
        this.dsl = dsl;
        this.rates = rates;
    }

    /** The buckets that bound it; none: as fast as can be, or retired. */
    List<Limit> limits(SenderId senderId) {
        List<Limit> limits = new ArrayList<>();
        SenderStore.senders(dsl)
                .where(SENDERS.SENDER_ID.eq(senderId))
                .and(SENDERS.RETIRED_AT.isNull())
                .fetch()
                .forEach(row -> {
                    Pacing pacing = SenderStore.pacing(row);
                    rates.own(pacing)
                            .ifPresent(rate ->
                                    limits.add(new Limit(senderId.value(), rate, since(row.get(SENDERS.PACED_AT)))));
                    pacing.registration()
                            .ifPresent(registration -> limits.add(new Limit(
                                    row.get(BRAND_CAMPAIGNS.BRAND_CAMPAIGN_ID).value(),
                                    rates.aMinute(registration.carrierClass()),
                                    since(row.get(BRAND_CAMPAIGNS.PACED_AT)))));
                });
        return limits;
    }

    private static long since(@Nullable Instant changed) {
        return changed == null ? 0 : changed.toEpochMilli();
    }

    boolean pace(OrganizationId organizationId, SenderId senderId, Pacing pacing, Instant now) {
        BrandCampaignId registration = pacing.registration()
                .map(each -> register(organizationId, each, now))
                .orElse(null);
        return dsl.update(SENDERS)
                        .set(SENDERS.KIND, pacing.kind())
                        .set(SENDERS.RATE, pacing.rate().orElse(null))
                        .set(SENDERS.NUMBERS, (short) pacing.numbers())
                        .set(SENDERS.COUNTRY, pacing.country())
                        .set(SENDERS.AREA, pacing.area())
                        .set(SENDERS.BRAND_CAMPAIGN_ID, registration)
                        .set(SENDERS.PACED_AT, now)
                        .where(SenderStore.one(organizationId, senderId))
                        .and(SENDERS.RETIRED_AT.isNull())
                        .execute()
                == 1;
    }

    private BrandCampaignId register(OrganizationId organizationId, Registration registration, Instant now) {
        // The same code again is the same registration, with its brand and class as they are now.
        dsl.query(
                        "insert into brand_campaigns (brand_campaign_id, organization_id, brand, code, carrier_class, use_case,"
                                + " status, vetting, paced_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?) on duplicate key update brand = values(brand),"
                                + " carrier_class = values(carrier_class), use_case = values(use_case),"
                                + " status = values(status), vetting = values(vetting), paced_at = values(paced_at)",
                        Id.next(),
                        organizationId.value(),
                        registration.brand(),
                        registration.code(),
                        registration.carrierClass().name(),
                        registration.useCase(),
                        registration.status().name(),
                        registration.vetting().orElse(null),
                        LocalDateTime.ofInstant(now, ZoneOffset.UTC))
                .execute();
        return dsl.select(BRAND_CAMPAIGNS.BRAND_CAMPAIGN_ID)
                .from(BRAND_CAMPAIGNS)
                .where(BRAND_CAMPAIGNS.ORGANIZATION_ID.eq(organizationId))
                .and(BRAND_CAMPAIGNS.CODE.eq(registration.code()))
                .fetchSingle(BRAND_CAMPAIGNS.BRAND_CAMPAIGN_ID);
    }
}
