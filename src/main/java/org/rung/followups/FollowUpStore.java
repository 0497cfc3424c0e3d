package org.rung.followups;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.rung.db.Tables.CONVERSATIONS;
import static org.rung.db.Tables.FOLLOW_UPS;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.people.SupporterId;
import org.rung.texting.ConversationId;
import org.springframework.stereotype.Repository;

@Repository
class FollowUpStore {
    /** So in the index of a texter's conversations. */
    private static final byte RESTS = 3;

    private static final Field<Boolean> BACK =
            field(CONVERSATIONS.ASIDE_UNTIL_AT.isNull()).as("back");
    /** It rests, or it has come back and waits since then; whatever ended it otherwise left neither behind. */
    private static final Condition LIVE = CONVERSATIONS
            .ASIDE_UNTIL_AT
            .eq(FOLLOW_UPS.DUE_AT)
            .or(CONVERSATIONS
                    .CAME_BACK_AT
                    .eq(FOLLOW_UPS.DUE_AT)
                    .and(CONVERSATIONS.WAITING_SINCE_AT.eq(FOLLOW_UPS.DUE_AT)));

    private final DSLContext db;

    FollowUpStore(DSLContext db) {
        this.db = db;
    }

    void put(OrganizationId organization, Optional<MemberId> member, FollowUp followUp, Instant now) {
        // The same key again overwrites: one of each conversation.
        db.execute(
                "insert into follow_ups (conversation_id, organization_id, member_id, due_on, due_at, note, made_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?) on duplicate key update member_id = values(member_id),"
                        + " due_on = values(due_on), due_at = values(due_at), note = values(note),"
                        + " made_at = values(made_at), done_at = null",
                val(followUp.conversationId(), FOLLOW_UPS.CONVERSATION_ID),
                val(organization, FOLLOW_UPS.ORGANIZATION_ID),
                val(member.orElse(null), FOLLOW_UPS.MEMBER_ID),
                val(followUp.day(), FOLLOW_UPS.DUE_ON),
                val(followUp.returnsAt(), FOLLOW_UPS.DUE_AT),
                followUp.note(),
                val(now, FOLLOW_UPS.MADE_AT));
    }

    void delete(OrganizationId organization, ConversationId conversation) {
        db.deleteFrom(FOLLOW_UPS)
                .where(FOLLOW_UPS.ORGANIZATION_ID.eq(organization), FOLLOW_UPS.CONVERSATION_ID.eq(conversation))
                .execute();
    }

    void deleteOf(OrganizationId organization, Collection<SupporterId> supporters) {
        db.deleteFrom(FOLLOW_UPS)
                .where(FOLLOW_UPS.CONVERSATION_ID.in(select(CONVERSATIONS.CONVERSATION_ID)
                        .from(CONVERSATIONS)
                        .where(CONVERSATIONS.ORGANIZATION_ID.eq(organization))
                        .and(CONVERSATIONS.SUPPORTER_ID.in(supporters))))
                .execute();
    }

    /** Those of the conversations whose follow-up still stands or has come back. */
    List<FollowUp> live(OrganizationId organization, Collection<ConversationId> conversations) {
        return read().where(FOLLOW_UPS.CONVERSATION_ID.in(conversations), FOLLOW_UPS.ORGANIZATION_ID.eq(organization))
                .and(LIVE)
                .fetch(FollowUpStore::followUp);
    }

    /** The next that come back to this member. */
    List<FollowUp> comingBack(MemberId member, Optional<FollowUp> after, int atMost) {
        return page(CONVERSATIONS.MEMBER_ID.eq(member).and(CONVERSATIONS.DESK_RANK.eq(inline(RESTS))), after, atMost);
    }

    /** The next that come back to nobody's list but the organizers'. */
    List<FollowUp> ofInbox(OrganizationId organization, Optional<FollowUp> after, int atMost) {
        return page(unheld(organization), after, atMost);
    }

    int countOfInbox(OrganizationId organization) {
        return db.selectCount()
                .from(FOLLOW_UPS)
                .join(CONVERSATIONS)
                .on(CONVERSATIONS.CONVERSATION_ID.eq(FOLLOW_UPS.CONVERSATION_ID))
                .where(unheld(organization))
                .fetchSingle()
                .value1();
    }

    private static Condition unheld(OrganizationId organization) {
        return FOLLOW_UPS
                .ORGANIZATION_ID
                .eq(organization)
                .and(FOLLOW_UPS.DONE_AT.isNull())
                .and(CONVERSATIONS.MEMBER_ID.isNull())
                .and(CONVERSATIONS.ASIDE_UNTIL_AT.eq(FOLLOW_UPS.DUE_AT));
    }

    private List<FollowUp> page(Condition whose, Optional<FollowUp> after, int atMost) {
        return read().where(whose)
                .and(LIVE)
                .and(after.map(last -> (Condition) row(FOLLOW_UPS.DUE_AT, FOLLOW_UPS.CONVERSATION_ID)
                                .gt(
                                        val(last.returnsAt(), FOLLOW_UPS.DUE_AT),
                                        val(last.conversationId(), FOLLOW_UPS.CONVERSATION_ID)))
                        .orElse(DSL.noCondition()))
                .orderBy(FOLLOW_UPS.DUE_AT, FOLLOW_UPS.CONVERSATION_ID)
                .limit(atMost)
                .fetch(FollowUpStore::followUp);
    }

    int count(MemberId member) {
        return db.fetchCount(
                CONVERSATIONS, CONVERSATIONS.MEMBER_ID.eq(member), CONVERSATIONS.DESK_RANK.eq(inline(RESTS)));
    }

    /** Of all organizations; whatever became of the conversations. */
    List<ConversationId> due(Instant now, int atMost) {
        return db.select(FOLLOW_UPS.CONVERSATION_ID)
                .from(FOLLOW_UPS)
                .where(FOLLOW_UPS.DONE_AT.isNull(), FOLLOW_UPS.DUE_AT.le(now))
                .orderBy(FOLLOW_UPS.DUE_AT)
                .limit(atMost)
                .fetch(FOLLOW_UPS.CONVERSATION_ID);
    }

    /** One that was put off again meanwhile stays. */
    void done(Collection<ConversationId> conversations, Instant now) {
        db.update(FOLLOW_UPS)
                .set(FOLLOW_UPS.DONE_AT, now)
                .where(FOLLOW_UPS.CONVERSATION_ID.in(conversations))
                .and(FOLLOW_UPS.DONE_AT.isNull())
                .and(FOLLOW_UPS.DUE_AT.le(now))
                .execute();
    }

    private SelectOnConditionStep<? extends Record> read() {
        return db.select(FOLLOW_UPS.CONVERSATION_ID, FOLLOW_UPS.DUE_ON, FOLLOW_UPS.DUE_AT, FOLLOW_UPS.NOTE, BACK)
                .from(FOLLOW_UPS)
                .join(CONVERSATIONS)
                .on(CONVERSATIONS.CONVERSATION_ID.eq(FOLLOW_UPS.CONVERSATION_ID));
    }

    private static FollowUp followUp(Record row) {
        return new FollowUp(
                row.get(FOLLOW_UPS.CONVERSATION_ID),
                row.get(FOLLOW_UPS.DUE_ON),
                row.get(FOLLOW_UPS.DUE_AT),
                row.get(FOLLOW_UPS.NOTE),
                row.get(BACK));
    }
}
