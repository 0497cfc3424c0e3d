package org.rung.review;

import static org.rung.db.Tables.ACCOUNTS;
import static org.rung.db.Tables.CONVERSATIONS;
import static org.rung.db.Tables.MEMBERS;
import static org.rung.db.Tables.MESSAGES;
import static org.rung.db.Tables.SCORES;
import static org.rung.db.Tables.SUPPORTERS;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.messaging.Direction;
import org.rung.texting.ConversationId;
import org.springframework.stereotype.Repository;

@Repository
class ScoreStore {
    private final DSLContext db;

    ScoreStore(DSLContext db) {
        this.db = db;
    }

    /** Who wrote to them last. */
    Optional<MemberId> author(OrganizationId here, ConversationId conversation) {
        return db.select(MESSAGES.MEMBER_ID)
                .from(MESSAGES)
                .where(MESSAGES.TOPIC_ID.eq(conversation.value()))
                .and(MESSAGES.ORGANIZATION_ID.eq(here))
                .and(MESSAGES.DIRECTION.eq(Direction.OUT))
                .and(MESSAGES.MEMBER_ID.isNotNull())
                .orderBy(MESSAGES.MESSAGE_ID.desc())
                .limit(1)
                .fetchOptional(MESSAGES.MEMBER_ID);
    }

    /** In place of the one that was there; changed, it is unread again. */
    void save(OrganizationId here, ConversationId conversation, Score score) {
        db.execute(
                "insert into scores (conversation_id, from_member_id, organization_id, to_member_id, score, note, scored_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?) on duplicate key update"
                        + " read_at = if(score = values(score) and note = values(note), read_at, null),"
                        + " to_member_id = values(to_member_id), score = values(score), note = values(note),"
                        + " scored_at = values(scored_at)",
                conversation.value(),
                score.from().value(),
                here.value(),
                score.to().value(),
                score.stars(),
                score.note(),
                LocalDateTime.ofInstant(score.at(), ZoneOffset.UTC));
    }

    boolean remove(OrganizationId here, ConversationId conversation, MemberId from) {
        return db.deleteFrom(SCORES)
                        .where(SCORES.CONVERSATION_ID.eq(conversation))
                        .and(SCORES.FROM_MEMBER_ID.eq(from))
                        .and(SCORES.ORGANIZATION_ID.eq(here))
                        .execute()
                == 1;
    }

    /** The latest first; few look at one conversation. */
    List<Score> of(OrganizationId here, ConversationId conversation) {
        return db.selectFrom(SCORES)
                .where(SCORES.CONVERSATION_ID.eq(conversation))
                .and(SCORES.ORGANIZATION_ID.eq(here))
                .orderBy(SCORES.SCORED_AT.desc(), SCORES.FROM_MEMBER_ID)
                .fetch(row -> new Score(
                        row.get(SCORES.FROM_MEMBER_ID),
                        row.get(SCORES.TO_MEMBER_ID),
                        row.get(SCORES.SCORE),
                        row.get(SCORES.NOTE),
                        row.get(SCORES.SCORED_AT)));
    }

    List<KindNote> unread(OrganizationId here, MemberId texter, int most) {
        return notes(here, texter, SCORES.READ_AT.isNull(), most);
    }

    List<KindNote> latest(OrganizationId here, MemberId texter, int most) {
        return notes(here, texter, org.jooq.impl.DSL.noCondition(), most);
    }

    private List<KindNote> notes(OrganizationId here, MemberId texter, Condition which, int most) {
        return db.select(
                        SCORES.CONVERSATION_ID,
                        SCORES.FROM_MEMBER_ID,
                        ACCOUNTS.NAME,
                        SUPPORTERS.FIRST_NAME,
                        SUPPORTERS.LAST_NAME,
                        SCORES.SCORE,
                        SCORES.NOTE,
                        SCORES.SCORED_AT)
                .from(SCORES)
                .join(MEMBERS)
                .on(MEMBERS.MEMBER_ID.eq(SCORES.FROM_MEMBER_ID))
                .join(ACCOUNTS)
                .on(ACCOUNTS.ACCOUNT_ID.eq(MEMBERS.ACCOUNT_ID))
                .join(CONVERSATIONS)
                .on(CONVERSATIONS.CONVERSATION_ID.eq(SCORES.CONVERSATION_ID))
                .join(SUPPORTERS)
                .on(SUPPORTERS.SUPPORTER_ID.eq(CONVERSATIONS.SUPPORTER_ID))
                .where(SCORES.TO_MEMBER_ID.eq(texter))
                .and(SCORES.ORGANIZATION_ID.eq(here))
                .and(which)
                .orderBy(SCORES.SCORED_AT.desc(), SCORES.CONVERSATION_ID)
                .limit(most)
                .fetch(row -> new KindNote(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        ReviewStore.named(row.value4(), row.value5()),
                        row.value6(),
                        row.value7(),
                        row.value8()));
    }

    void read(OrganizationId here, MemberId texter, ConversationId conversation, MemberId from, Instant now) {
        db.update(SCORES)
                .set(SCORES.READ_AT, now)
                .where(SCORES.CONVERSATION_ID.eq(conversation))
                .and(SCORES.FROM_MEMBER_ID.eq(from))
                .and(SCORES.TO_MEMBER_ID.eq(texter))
                .and(SCORES.ORGANIZATION_ID.eq(here))
                .and(SCORES.READ_AT.isNull())
                .execute();
    }
}
