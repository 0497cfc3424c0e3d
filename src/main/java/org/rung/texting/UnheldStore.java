package org.rung.texting;

import static org.jooq.impl.DSL.noCondition;
import static org.rung.db.Tables.CONVERSATIONS;

import org.jooq.Condition;
import org.rung.campaigns.CampaignId;

/** Conversations that no texter holds, as conditions that the work index answers. */
final class UnheldStore {
    static final String WORK = "conversations_work";

    private UnheldStore() {}

    /** By a texter; where {@link #WORK} is the index, nothing is sorted, and a claim locks no more rows than it takes. */
    static Condition of(CampaignId campaignId, ConversationState state) {
        return CONVERSATIONS
                .CAMPAIGN_ID
                .eq(campaignId)
                .and(CONVERSATIONS.STATE.eq(state))
                .and(CONVERSATIONS.MEMBER_ID.isNull())
                .and(theirs(state));
    }

    /** Replies that are with an organizer are no texter's work; of first texts none is, and the work index alone answers. */
    static Condition theirs(ConversationState state) {
        return state == ConversationState.NEEDS_RESPONSE ? CONVERSATIONS.HELP_SINCE_AT.isNull() : noCondition();
    }

    /** Those with these hours; the work index has the number of each, so that nobody who sleeps is read. */
    static Condition within(OpenHours hours) {
        if (hours.everyone()) {
            return noCondition();
        }
        Condition open = CONVERSATIONS.HOURS_NUMBER.in(hours.numbers());
        return hours.others() ? open.or(CONVERSATIONS.HOURS_NUMBER.isNull()) : open;
    }
}
