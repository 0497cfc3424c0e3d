package org.rung.texting;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.left;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.rung.db.Tables.MESSAGES;
import static org.rung.db.Tables.PHONE_CONSENTS;
import static org.rung.db.Tables.SENDERS;
import static org.rung.db.Tables.SUPPORTERS;
import static org.rung.db.Tables.SUPPORTER_PHONES;
import static org.rung.db.Tables.THREADS;
import static org.rung.db.Tables.UNREACHABLE_PHONES;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.rung.campaigns.CampaignId;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.consent.ConsentKind;
import org.rung.consent.Suppressions;
import org.rung.contact.ContactRule;
import org.rung.contact.ContactRules;
import org.rung.senders.SenderId;
import org.rung.turf.TurfId;
import org.rung.turf.Turfs;
import org.springframework.stereotype.Repository;

/** Whom a campaign would text, by what decides their hours and their number: a few hundred rows for any number of people. */
@Repository
class PlanStore {
    /** People alike: one of their numbers stands for all, as their hours depend on its first digits only. */
    record Alike(
            Optional<ZoneId> zone,
            String country,
            String postalCode,
            PhoneNumber phone,
            Optional<SenderId> sender,
            ContactRules.Reached reached,
            long people) {}

    private final DSLContext db;
    private static final Instant FIRST_HOUR = Instant.parse("2020-01-01T00:00:00Z");

    private final Turfs turfs;
    private final ContactRules contactRules;
    private final Suppressions suppressions;

    PlanStore(DSLContext db, Turfs turfs, ContactRules contactRules, Suppressions suppressions) {
        this.db = db;
        this.turfs = turfs;
        this.contactRules = contactRules;
        this.suppressions = suppressions;
    }

    /**
     * One statement; a household's number counts once, as in the freeze.
     *
     * @param campaign whose entries of the do-not-text list count beside those for everything
     * @param rule how often people may be texted first; empty: however often
     */
    List<Alike> groups(
            OrganizationId organizationId,
            Optional<CampaignId> campaign,
            TurfId turfId,
            boolean onePerHousehold,
            Optional<ContactRule> rule) {
        var p = SUPPORTER_PHONES;
        var limit = rule.map(each -> contactRules.limit(each, p.ORGANIZATION_ID, p.PHONE))
                .orElse(inline(0));
        var all = select(
                        p.PHONE,
                        min(p.SUPPORTER_ID).as("supporter_id"),
                        min(limit).as("reached"))
                .from(p)
                .join(PHONE_CONSENTS)
                .on(PHONE_CONSENTS.ORGANIZATION_ID.eq(p.ORGANIZATION_ID))
                .and(PHONE_CONSENTS.PHONE.eq(p.PHONE))
                .and(PHONE_CONSENTS.CONSENT.eq(ConsentKind.OPTED_IN))
                .and(suppressions.free(campaign.map(CampaignId::value)))
                .leftJoin(UNREACHABLE_PHONES)
                .on(UNREACHABLE_PHONES.ORGANIZATION_ID.eq(p.ORGANIZATION_ID))
                .and(UNREACHABLE_PHONES.PHONE.eq(p.PHONE))
                .and(UNREACHABLE_PHONES.BAD.isTrue())
                .where(p.ORGANIZATION_ID.eq(organizationId))
                .and(p.POSITION.eq((byte) 0))
                .and(p.SUPPORTER_ID.in(turfs.supporters(organizationId, turfId)))
                .and(UNREACHABLE_PHONES.PHONE.isNull())
                .groupBy(p.PHONE)
                .asTable("textable");
        var textable = onePerHousehold ? HouseholdPickStore.first(all) : all;
        var phone = field(name("textable", "phone"), p.PHONE.getDataType());
        var supporter = field(name("textable", "supporter_id"), p.SUPPORTER_ID.getDataType());
        var reached = field(name("textable", "reached"), Integer.class);
        var postal = left(SUPPORTERS.POSTAL_CODE, CampaignHoursStore.POSTAL);
        // Area codes of North America; elsewhere the first digits of the region.
        var digits = left(phone.coerce(String.class), CampaignHoursStore.DIGITS);
        return db.select(SUPPORTERS.ZONE, SUPPORTERS.COUNTRY, postal, min(phone), SENDERS.SENDER_ID, reached, count())
                .from(textable)
                .join(SUPPORTERS)
                .on(SUPPORTERS.SUPPORTER_ID.eq(supporter))
                .leftJoin(THREADS)
                .on(THREADS.ORGANIZATION_ID.eq(organizationId))
                .and(THREADS.PHONE.eq(phone))
                .leftJoin(SENDERS)
                .on(SENDERS.SENDER_ID.eq(THREADS.SENDER_ID))
                .and(SENDERS.RETIRED_AT.isNull())
                .groupBy(SUPPORTERS.ZONE, SUPPORTERS.COUNTRY, postal, digits, SENDERS.SENDER_ID, reached)
                .fetch(row -> new Alike(
                        Optional.ofNullable(row.value1()).map(ZoneId::of),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        Optional.ofNullable(row.value5()),
                        ContactRules.Reached.values()[row.value6()],
                        row.value7()));
    }

    /** Segments that wait for each of the organization's numbers, by the hour in which they are due. */
    Map<SenderId, SortedMap<Instant, Double>> queued(OrganizationId organizationId) {
        // Whole hours, so that a queue of a million is a few rows.
        var hour = field("timestampdiff(hour, '2020-01-01', {0})", Long.class, MESSAGES.TURN_AT);
        Map<SenderId, SortedMap<Instant, Double>> queued = new HashMap<>();
        db.select(SENDERS.SENDER_ID, hour, sum(MESSAGES.SEGMENTS))
                .from(SENDERS)
                .straightJoin(MESSAGES.forceIndex("messages_turn"))
                .on(MESSAGES.SENDER_ID.eq(SENDERS.SENDER_ID))
                .where(SENDERS.ORGANIZATION_ID.eq(organizationId))
                .and(SENDERS.RETIRED_AT.isNull())
                .and(MESSAGES.TURN.isNotNull())
                .groupBy(SENDERS.SENDER_ID, hour)
                .forEach(row -> queued.computeIfAbsent(row.value1(), any -> new TreeMap<>())
                        .merge(
                                FIRST_HOUR.plus(Duration.ofHours(row.value2())),
                                row.value3().doubleValue(),
                                Double::sum));
        return queued;
    }
}
