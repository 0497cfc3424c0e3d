package org.rung.texting;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;
import static org.rung.db.Tables.CONVERSATIONS;
import static org.rung.db.Tables.SKIPS;
import static org.rung.db.Tables.SUPPORTERS;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.rung.campaigns.CampaignId;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

/** Why people were left out. */
@Repository
class SkipStore {

    private final DSLContext db;

    SkipStore(DSLContext db) {
        this.db = db;
    }

    void save(
            OrganizationId organizationId,
            CampaignId campaignId,
            ConversationId conversationId,
            Optional<MemberId> member,
            Skip skip,
            Instant now) {
        // Reopened and left out again: the latest reason stands.
        db.execute(
                "insert into skips (conversation_id, organization_id, campaign_id, member_id, reason, words, skipped_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?) on duplicate key update member_id = values(member_id),"
                        + " reason = values(reason), words = values(words), skipped_at = values(skipped_at)",
                val(conversationId, SKIPS.CONVERSATION_ID),
                val(organizationId, SKIPS.ORGANIZATION_ID),
                val(campaignId, SKIPS.CAMPAIGN_ID),
                val(member.orElse(null), SKIPS.MEMBER_ID),
                val(skip.reason(), SKIPS.REASON),
                skip.words(),
                val(now, SKIPS.SKIPPED_AT));
    }

    Map<SkipReason, Integer> counts(OrganizationId organizationId, CampaignId campaignId) {
        return db.select(SKIPS.REASON, count())
                .from(SKIPS)
                .join(CONVERSATIONS)
                .on(CONVERSATIONS.CONVERSATION_ID.eq(SKIPS.CONVERSATION_ID))
                .where(of(organizationId, campaignId))
                .groupBy(SKIPS.REASON)
                .fetchMap(SKIPS.REASON, count());
    }

    List<SkippedRow> page(
            OrganizationId organizationId,
            CampaignId campaignId,
            SkipReason reason,
            Optional<ConversationId> after,
            int size) {
        return db.select(
                        SKIPS.CONVERSATION_ID,
                        SUPPORTERS.FIRST_NAME,
                        SUPPORTERS.LAST_NAME,
                        SKIPS.REASON,
                        SKIPS.WORDS,
                        SKIPS.MEMBER_ID,
                        SKIPS.SKIPPED_AT)
                .from(SKIPS)
                .join(CONVERSATIONS)
                .on(CONVERSATIONS.CONVERSATION_ID.eq(SKIPS.CONVERSATION_ID))
                .join(SUPPORTERS)
                .on(SUPPORTERS.SUPPORTER_ID.eq(CONVERSATIONS.SUPPORTER_ID))
                .where(of(organizationId, campaignId))
                .and(SKIPS.REASON.eq(reason))
                .and(after.<Condition>map(SKIPS.CONVERSATION_ID::lt).orElse(noCondition()))
                .orderBy(SKIPS.CONVERSATION_ID.desc())
                .limit(size)
                .fetch(row -> new SkippedRow(
                        row.value1(),
                        Filling.shown(row.value2(), row.value3()),
                        new Skip(row.value4(), row.value5()),
                        Optional.ofNullable(row.value6()),
                        row.value7()));
    }

    /** Who was reopened, or has written since, is left out no more. */
    private static Condition of(OrganizationId organizationId, CampaignId campaignId) {
        return SKIPS.CAMPAIGN_ID
                .eq(campaignId)
                .and(SKIPS.ORGANIZATION_ID.eq(organizationId))
                .and(CONVERSATIONS.CLOSED_REASON.eq(ClosedReason.SKIPPED));
    }
}
