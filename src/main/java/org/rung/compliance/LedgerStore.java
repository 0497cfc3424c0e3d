package org.rung.compliance;

import static org.rung.db.Tables.CAMPAIGNS;
import static org.rung.db.Tables.MESSAGES;
import static org.rung.db.Tables.SUPPORTERS;
import static org.rung.db.Tables.SUPPORTER_PHONES;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.rung.campaigns.CampaignId;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.messaging.Direction;
import org.rung.people.SupporterId;
import org.rung.texting.ConversationId;
import org.springframework.stereotype.Repository;

/** Reads of the rooms below, for the proof of a number. */
@Repository
class LedgerStore {
    private static final int MOST_SHARING = 20;

    private final DSLContext db;

    LedgerStore(DSLContext db) {
        this.db = db;
    }

    Map<CampaignId, String> campaigns(OrganizationId organization, Collection<CampaignId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : db.select(CAMPAIGNS.CAMPAIGN_ID, CAMPAIGNS.NAME)
                        .from(CAMPAIGNS)
                        .where(CAMPAIGNS.ORGANIZATION_ID.eq(organization), CAMPAIGNS.CAMPAIGN_ID.in(ids))
                        .fetchMap(CAMPAIGNS.CAMPAIGN_ID, CAMPAIGNS.NAME);
    }

    List<NumberProof.Holder> holders(OrganizationId organization, PhoneNumber phone) {
        return db.select(
                        SUPPORTERS.SUPPORTER_ID, SUPPORTERS.FIRST_NAME, SUPPORTERS.LAST_NAME, SUPPORTER_PHONES.POSITION)
                .from(SUPPORTER_PHONES)
                .join(SUPPORTERS)
                .on(SUPPORTERS.SUPPORTER_ID.eq(SUPPORTER_PHONES.SUPPORTER_ID))
                .where(SUPPORTER_PHONES.ORGANIZATION_ID.eq(organization), SUPPORTER_PHONES.PHONE.eq(phone))
                .orderBy(SUPPORTERS.SUPPORTER_ID)
                .limit(MOST_SHARING)
                .fetch(row -> new NumberProof.Holder(
                        row.value1(), (row.value2() + " " + row.value3()).strip(), row.value4() == 0));
    }

    PhoneNumber phone(OrganizationId organization, SupporterId supporter) {
        return db.select(SUPPORTER_PHONES.PHONE)
                .from(SUPPORTER_PHONES)
                .where(SUPPORTER_PHONES.ORGANIZATION_ID.eq(organization), SUPPORTER_PHONES.SUPPORTER_ID.eq(supporter))
                .orderBy(SUPPORTER_PHONES.POSITION)
                .limit(1)
                .fetchOptional(SUPPORTER_PHONES.PHONE)
                .orElseThrow(() -> new Problem.Missing("supporter", supporter));
    }

    /** The conversation in which each text that came in at one of these moments stands. */
    Map<Instant, ConversationId> heardIn(OrganizationId organization, PhoneNumber phone, Collection<Instant> moments) {
        var heard = new HashMap<Instant, ConversationId>();
        if (moments.isEmpty()) return heard;
        db.select(MESSAGES.HAPPENED_AT, MESSAGES.TOPIC_ID)
                .from(MESSAGES)
                .where(MESSAGES.ORGANIZATION_ID.eq(organization), MESSAGES.PHONE.eq(phone))
                .and(MESSAGES.DIRECTION.eq(Direction.IN))
                .and(MESSAGES.HAPPENED_AT.in(moments))
                .and(MESSAGES.TOPIC_ID.isNotNull())
                .forEach(row -> heard.put(row.value1(), new ConversationId(row.value2())));
        return heard;
    }

    /** How many texts came and went, and when first and last. */
    NumberProof.Traffic traffic(OrganizationId organization, PhoneNumber phone) {
        var counted = db.select(DSL.count(), DSL.min(MESSAGES.HAPPENED_AT), DSL.max(MESSAGES.HAPPENED_AT))
                .from(MESSAGES)
                .where(MESSAGES.ORGANIZATION_ID.eq(organization), MESSAGES.PHONE.eq(phone))
                .fetchSingle();
        return new NumberProof.Traffic(
                counted.value1(), Optional.ofNullable(counted.value2()), Optional.ofNullable(counted.value3()));
    }
}
