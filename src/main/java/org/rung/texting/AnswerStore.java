package org.rung.texting;

import static org.rung.db.Tables.ANSWERS;
import static org.rung.db.Tables.SUPPORTER_TAGS;
import static org.rung.db.Tables.TAGS;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.rung.common.Id;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

/** What supporters answered to a script's questions, and what that caused. */
@Repository
class AnswerStore {

    private final DSLContext db;

    AnswerStore(DSLContext db) {
        this.db = db;
    }

    record Given(long answerId, String answerKey, DoneEffects done) {}

    Optional<Given> given(ConversationId conversationId, String questionKey) {
        return db.select(ANSWERS.ANSWER_ID, ANSWERS.ANSWER_KEY, ANSWERS.EFFECTS)
                .from(ANSWERS)
                .where(ANSWERS.CONVERSATION_ID.eq(conversationId))
                .and(ANSWERS.QUESTION_KEY.eq(questionKey))
                .fetchOptional(row -> new Given(row.value1(), row.value2(), DoneEffects.of(row.value3())));
    }

    /** Question key to answer key, in the order they were given. */
    Map<String, String> all(ConversationId conversationId) {
        Map<String, String> answers = new LinkedHashMap<>();
        db.select(ANSWERS.QUESTION_KEY, ANSWERS.ANSWER_KEY)
                .from(ANSWERS)
                .where(ANSWERS.CONVERSATION_ID.eq(conversationId))
                .orderBy(ANSWERS.ANSWERED_AT, ANSWERS.ANSWER_ID)
                .forEach(row -> answers.put(row.value1(), row.value2()));
        return answers;
    }

    /** Takes the place of an earlier answer to the same question; a new id each time, so that its effects have keys of their own. */
    long put(
            OrganizationId organizationId,
            Conversation conversation,
            String questionKey,
            String answerKey,
            Optional<MemberId> texter,
            Instant now) {
        db.deleteFrom(ANSWERS)
                .where(ANSWERS.CONVERSATION_ID.eq(conversation.conversationId()))
                .and(ANSWERS.QUESTION_KEY.eq(questionKey))
                .execute();
        long answerId = Id.next();
        db.insertInto(ANSWERS)
                .set(ANSWERS.ANSWER_ID, answerId)
                .set(ANSWERS.ORGANIZATION_ID, organizationId)
                .set(ANSWERS.CONVERSATION_ID, conversation.conversationId())
                .set(ANSWERS.SUPPORTER_ID, conversation.supporter())
                .set(ANSWERS.CAMPAIGN_ID, conversation.campaign().orElse(null))
                .set(ANSWERS.QUESTION_KEY, questionKey)
                .set(ANSWERS.ANSWER_KEY, answerKey)
                .set(ANSWERS.MEMBER_ID, texter.orElse(null))
                .set(ANSWERS.ANSWERED_AT, now)
                .execute();
        return answerId;
    }

    void done(long answerId, DoneEffects done) {
        db.update(ANSWERS)
                .set(ANSWERS.EFFECTS, done.text())
                .where(ANSWERS.ANSWER_ID.eq(answerId))
                .execute();
    }

    /** Which of these tags the supporter has already: taking an answer back leaves them. */
    List<String> tagsAlready(Conversation conversation, Collection<String> tags) {
        return db.select(TAGS.NAME)
                .from(SUPPORTER_TAGS)
                .join(TAGS)
                .on(TAGS.TAG_ID.eq(SUPPORTER_TAGS.TAG_ID))
                .where(SUPPORTER_TAGS.SUPPORTER_ID.eq(conversation.supporter()))
                .and(TAGS.NAME.in(tags))
                .fetch(TAGS.NAME);
    }
}
