package org.rung.texting;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.noCondition;
import static org.rung.db.Tables.ASSIGNMENTS;
import static org.rung.db.Tables.CONVERSATIONS;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.rung.campaigns.CampaignId;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

/** What comes back from texters: given back, taken back, or not sent in time. */
@Repository
class GivenBackStore {
    private static final int AT_ONCE = 1_000;

    private final DSLContext db;
    private final QueueFronts fronts;

    GivenBackStore(DSLContext db, QueueFronts fronts) {
        this.db = db;
        this.fronts = fronts;
    }

    /** Gives back the first texts this texter has not sent, and the replies not answered. */
    int giveBack(OrganizationId organizationId, MemberId texter, Optional<CampaignId> campaign, boolean repliesToo) {
        campaign.ifPresentOrElse(fronts::forget, fronts::forgetAll);
        return returned(heldBy(organizationId, texter)
                .and(
                        repliesToo
                                ? CONVERSATIONS.STATE.in(
                                        ConversationState.NEEDS_FIRST_TEXT, ConversationState.NEEDS_RESPONSE)
                                : CONVERSATIONS.STATE.eq(ConversationState.NEEDS_FIRST_TEXT))
                .and(CONVERSATIONS.HELP_SINCE_AT.isNull())
                .and(campaign.map(CONVERSATIONS.CAMPAIGN_ID::eq).orElse(noCondition())));
    }

    /**
     * Everything of someone who may text no longer, here or in that campaign: what arrives later finds nobody and waits
     * for all. They send nothing late either.
     */
    int takeAllFrom(OrganizationId organizationId, MemberId texter, Optional<CampaignId> campaign) {
        campaign.ifPresentOrElse(fronts::forget, fronts::forgetAll);
        return takenFrom(heldBy(organizationId, texter)
                .and(campaign.map(CONVERSATIONS.CAMPAIGN_ID::eq).orElse(noCondition())));
    }

    /** One that its texter cannot send. */
    void leave(Conversation conversation) {
        conversation.campaign().ifPresent(fronts::forget);
        takenFrom(CONVERSATIONS.CONVERSATION_ID.eq(conversation.conversationId()));
    }

    private int takenFrom(Condition which) {
        countReturned(which);
        return db.update(CONVERSATIONS)
                .setNull(CONVERSATIONS.MEMBER_ID)
                .setNull(CONVERSATIONS.ASSIGNMENT_ID)
                .setNull(CONVERSATIONS.LEASED_UNTIL_AT)
                .where(which)
                .execute();
    }

    private static Condition heldBy(OrganizationId organizationId, MemberId texter) {
        return CONVERSATIONS.ORGANIZATION_ID.eq(organizationId).and(CONVERSATIONS.MEMBER_ID.eq(texter));
    }

    /** assignment_id stays, so that a late Send can still be told; its batch counts what came back. */
    private int returned(Condition which) {
        countReturned(which);
        return db.update(CONVERSATIONS)
                .setNull(CONVERSATIONS.MEMBER_ID)
                .setNull(CONVERSATIONS.LEASED_UNTIL_AT)
                .where(which)
                .execute();
    }

    private void countReturned(Condition which) {
        db.select(CONVERSATIONS.ASSIGNMENT_ID, count())
                .from(CONVERSATIONS)
                .where(which)
                .and(CONVERSATIONS.STATE.eq(ConversationState.NEEDS_FIRST_TEXT))
                .and(CONVERSATIONS.ASSIGNMENT_ID.isNotNull())
                .groupBy(CONVERSATIONS.ASSIGNMENT_ID)
                .fetch()
                // A texter's batches are few, and those that ended in one minute too.
                .forEach(batch -> db.update(ASSIGNMENTS)
                        .set(ASSIGNMENTS.RETURNED, ASSIGNMENTS.RETURNED.plus(batch.value2()))
                        .where(ASSIGNMENTS.ASSIGNMENT_ID.eq(batch.value1()))
                        .execute());
    }

    List<Ended> endedLeases(Instant now) {
        return db.selectDistinct(CONVERSATIONS.ORGANIZATION_ID, CONVERSATIONS.MEMBER_ID)
                .from(CONVERSATIONS)
                .where(expired(now))
                .fetch(row -> new Ended(row.value1(), row.value2()));
    }

    record Ended(OrganizationId organizationId, MemberId texter) {}

    /** Returns what was not sent in time; assignment_id stays, so that a late Send can still be told. */
    int returnExpired(Instant now) {
        fronts.forgetAll();
        countReturned(expired(now));
        int returned = 0;
        int some;
        do {
            some = db.update(CONVERSATIONS)
                    .setNull(CONVERSATIONS.MEMBER_ID)
                    .setNull(CONVERSATIONS.LEASED_UNTIL_AT)
                    .where(expired(now))
                    .limit(AT_ONCE)
                    .execute();
            returned += some;
        } while (some == AT_ONCE);
        return returned;
    }

    private static Condition expired(Instant now) {
        return CONVERSATIONS
                .STATE
                .in(ConversationState.NEEDS_FIRST_TEXT, ConversationState.NEEDS_RESPONSE)
                .and(CONVERSATIONS.LEASED_UNTIL_AT.le(now))
                .and(CONVERSATIONS.MEMBER_ID.isNotNull());
    }
}
