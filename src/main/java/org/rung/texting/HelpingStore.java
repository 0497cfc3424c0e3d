package org.rung.texting;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static org.rung.db.Tables.CONVERSATIONS;

import java.time.Instant;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.rung.common.MemberId;
import org.rung.teams.TeamId;
import org.springframework.stereotype.Repository;

/** Conversations on their way to an organizer and back, by compare-and-set. */
@Repository
class HelpingStore {

    private final DSLContext db;

    HelpingStore(DSLContext db) {
        this.db = db;
    }

    /** Its lease ends with it: nobody's time runs out while somebody else looks after the conversation. */
    boolean begin(ConversationId conversationId, Optional<TeamId> team, Instant now) {
        return db.update(CONVERSATIONS)
                        .set(CONVERSATIONS.HELP_SINCE_AT, now)
                        .setNull(CONVERSATIONS.HELPER_MEMBER_ID)
                        .set(CONVERSATIONS.HELPER_TEAM_ID, team.orElse(null))
                        .setNull(CONVERSATIONS.BACK_SINCE_AT)
                        .setNull(CONVERSATIONS.LEASED_UNTIL_AT)
                        .where(CONVERSATIONS.CONVERSATION_ID.eq(conversationId))
                        .and(CONVERSATIONS.HELP_SINCE_AT.isNull())
                        .and(CONVERSATIONS.STATE.in(ConversationState.AWAITING_REPLY, ConversationState.NEEDS_RESPONSE))
                        .execute()
                == 1;
    }

    boolean taken(ConversationId conversationId, MemberId helper) {
        return db.update(CONVERSATIONS)
                        .set(CONVERSATIONS.HELPER_MEMBER_ID, helper)
                        .where(withOrganizer(conversationId))
                        .execute()
                == 1;
    }

    /** Nobody has taken it any more. */
    void released(ConversationId conversationId) {
        db.update(CONVERSATIONS)
                .setNull(CONVERSATIONS.HELPER_MEMBER_ID)
                .where(withOrganizer(conversationId))
                .execute();
    }

    /** It is with the organizers now, and with no team. */
    void withoutTeam(ConversationId conversationId) {
        db.update(CONVERSATIONS)
                .setNull(CONVERSATIONS.HELPER_TEAM_ID)
                .where(withOrganizer(conversationId))
                .execute();
    }

    boolean end(ConversationId conversationId) {
        return db.update(CONVERSATIONS)
                        .setNull(CONVERSATIONS.HELP_SINCE_AT)
                        .setNull(CONVERSATIONS.HELPER_MEMBER_ID)
                        .setNull(CONVERSATIONS.HELPER_TEAM_ID)
                        .where(withOrganizer(conversationId))
                        .execute()
                == 1;
    }

    /** It waits for its texter, whatever was said meanwhile; where nobody holds it any more, for whoever takes it. */
    void back(ConversationId conversationId, Instant now) {
        Condition open = CONVERSATIONS.STATE.ne(ConversationState.CLOSED);
        // The server sets one column after the other: the state last.
        db.update(CONVERSATIONS)
                .set(
                        CONVERSATIONS.BACK_SINCE_AT,
                        when(open.and(CONVERSATIONS.MEMBER_ID.isNotNull()), val(now, CONVERSATIONS.BACK_SINCE_AT)))
                .set(
                        CONVERSATIONS.WAITING_SINCE_AT,
                        when(open, coalesce(CONVERSATIONS.WAITING_SINCE_AT, val(now, CONVERSATIONS.WAITING_SINCE_AT))))
                .setNull(CONVERSATIONS.STATE_BEFORE)
                .set(
                        CONVERSATIONS.STATE,
                        when(open, val(ConversationState.NEEDS_RESPONSE, CONVERSATIONS.STATE))
                                .otherwise(CONVERSATIONS.STATE))
                .where(CONVERSATIONS.CONVERSATION_ID.eq(conversationId))
                .execute();
    }

    /** What was answered while it was away waits for the supporter now. */
    void seen(ConversationId conversationId) {
        Condition answered = CONVERSATIONS
                .LAST_OUT_AT
                .isNotNull()
                .and(CONVERSATIONS.LAST_IN_AT.isNull().or(CONVERSATIONS.LAST_OUT_AT.gt(CONVERSATIONS.LAST_IN_AT)));
        db.update(CONVERSATIONS)
                .setNull(CONVERSATIONS.BACK_SINCE_AT)
                .set(
                        CONVERSATIONS.WAITING_SINCE_AT,
                        when(answered, val((Instant) null, CONVERSATIONS.WAITING_SINCE_AT))
                                .otherwise(CONVERSATIONS.WAITING_SINCE_AT))
                .set(
                        CONVERSATIONS.STATE,
                        when(answered, val(ConversationState.AWAITING_REPLY, CONVERSATIONS.STATE))
                                .otherwise(CONVERSATIONS.STATE))
                .where(CONVERSATIONS.CONVERSATION_ID.eq(conversationId))
                .and(CONVERSATIONS.BACK_SINCE_AT.isNotNull())
                .and(CONVERSATIONS.STATE.eq(ConversationState.NEEDS_RESPONSE))
                .execute();
    }

    private static Condition withOrganizer(ConversationId conversationId) {
        return CONVERSATIONS.CONVERSATION_ID.eq(conversationId).and(CONVERSATIONS.HELP_SINCE_AT.isNotNull());
    }
}
