package org.rung.texting;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.rung.db.Tables.CAMPAIGNS;
import static org.rung.db.Tables.CONVERSATIONS;
import static org.rung.db.Tables.MEMBERS;
import static org.rung.db.Tables.MESSAGES;

import java.time.Instant;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.rung.campaigns.CampaignId;
import org.rung.common.MemberId;
import org.rung.messaging.MessageState;
import org.rung.messaging.Purpose;
import org.springframework.stereotype.Repository;

/** What a texter has taken of what they may, asked only where there is a bound. */
@Repository
class AllowanceStore {
    private final DSLContext db;

    AllowanceStore(DSLContext db) {
        this.db = db;
    }

    /** Who takes first texts of a sample takes them one after another, so that no more are taken than it has. */
    void lockSample(CampaignId campaignId) {
        db.select(CAMPAIGNS.CAMPAIGN_ID)
                .from(CAMPAIGNS)
                .where(CAMPAIGNS.CAMPAIGN_ID.eq(campaignId))
                .forUpdate()
                .execute();
    }

    /** One's own two windows likewise. */
    void lock(MemberId texter) {
        db.select(MEMBERS.MEMBER_ID)
                .from(MEMBERS)
                .where(MEMBERS.MEMBER_ID.eq(texter))
                .forUpdate()
                .execute();
    }

    /**
     * @param here first texts that they hold in this campaign, and everywhere
     * @param today first texts that they sent since the day began: in this campaign, or everywhere where asked for that
     * @param ever first texts that they ever sent, counted no further than asked
     * @param sampled people of the campaign who were texted, or are in somebody's hands
     */
    record Taken(int here, int everywhere, int today, int ever, int sampled) {}

    Taken taken(
            CampaignId campaignId,
            MemberId texter,
            Optional<Instant> dayBegan,
            boolean allCampaigns,
            Optional<Integer> review,
            boolean sampling) {
        Condition mine =
                CONVERSATIONS.MEMBER_ID.eq(texter).and(CONVERSATIONS.STATE.eq(ConversationState.NEEDS_FIRST_TEXT));
        Condition first = MESSAGES.MEMBER_ID
                .eq(texter)
                .and(MESSAGES.PURPOSE.eq(Purpose.FIRST_TEXT))
                .and(MESSAGES.STATE.ne(MessageState.CANCELLED));
        Field<Integer> none = inline(0);
        return db.select(
                        field(select(count())
                                .from(CONVERSATIONS)
                                .where(CONVERSATIONS.CAMPAIGN_ID.eq(campaignId))
                                .and(mine)),
                        review.isPresent() || allCampaigns
                                ? field(select(count()).from(CONVERSATIONS).where(mine))
                                : none,
                        dayBegan.<Field<Integer>>map(began -> field(select(count())
                                        .from(MESSAGES)
                                        .where(first)
                                        .and(MESSAGES.CREATED_AT.ge(began))
                                        .and(
                                                allCampaigns
                                                        ? noCondition()
                                                        : MESSAGES.OCCASION_ID.eq(campaignId.value()))))
                                .orElse(none),
                        review.<Field<Integer>>map(most -> field(select(count())
                                        .from(selectOne()
                                                .from(MESSAGES)
                                                .where(first)
                                                .limit(most)
                                                .asTable("some"))))
                                .orElse(none),
                        sampling ? field(select(count()).from(CONVERSATIONS).where(sampled(campaignId))) : none)
                .fetchSingle(row -> new Taken(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }

    int sampled(CampaignId campaignId, MemberId none) {
        return taken(campaignId, none, Optional.empty(), false, Optional.empty(), true)
                .sampled();
    }

    /** Who was skipped or opted out before is not texted, and another takes their place. */
    private static Condition sampled(CampaignId campaignId) {
        Condition held =
                CONVERSATIONS.STATE.eq(ConversationState.NEEDS_FIRST_TEXT).and(CONVERSATIONS.MEMBER_ID.isNotNull());
        return CONVERSATIONS.CAMPAIGN_ID.eq(campaignId).and(held.or(texted()));
    }

    static Condition texted() {
        return CONVERSATIONS
                .STATE
                .in(ConversationState.AWAITING_REPLY, ConversationState.NEEDS_RESPONSE, ConversationState.CLOSED)
                .and(CONVERSATIONS.LAST_OUT_AT.isNotNull());
    }
}
