package org.rung.texting;

import static org.jooq.impl.DSL.val;
import static org.rung.db.Tables.DRAFTS;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.rung.asks.AskPut;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.ladder.Reason;
import org.springframework.stereotype.Repository;

/** What texters have begun to write. */
@Repository
class DraftStore {
    private final DSLContext db;

    DraftStore(DSLContext db) {
        this.db = db;
    }

    void save(OrganizationId organizationId, ConversationId conversationId, MemberId member, Draft draft, Instant now) {
        // The same key again overwrites: one draft per texter and conversation.
        db.execute(
                "insert into drafts (conversation_id, member_id, organization_id, words, attachment_id, saved_at)"
                        + " values (?, ?, ?, ?, ?, ?) on duplicate key update words = values(words),"
                        + " attachment_id = values(attachment_id), saved_at = values(saved_at)",
                val(conversationId, DRAFTS.CONVERSATION_ID),
                val(member, DRAFTS.MEMBER_ID),
                val(organizationId, DRAFTS.ORGANIZATION_ID),
                draft.words(),
                val(draft.picture().orElse(null), DRAFTS.ATTACHMENT_ID),
                val(now, DRAFTS.SAVED_AT));
    }

    /** The ask goes with what is being written; where nothing is, with its own words. */
    void ask(
            OrganizationId organizationId,
            ConversationId conversationId,
            MemberId member,
            String words,
            AskPut ask,
            Instant now) {
        db.execute(
                "insert into drafts (conversation_id, member_id, organization_id, words, ask_id, ask_cause, saved_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?) on duplicate key update ask_id = values(ask_id),"
                        + " ask_cause = values(ask_cause), saved_at = values(saved_at)",
                val(conversationId, DRAFTS.CONVERSATION_ID),
                val(member, DRAFTS.MEMBER_ID),
                val(organizationId, DRAFTS.ORGANIZATION_ID),
                words,
                val(ask.askId(), DRAFTS.ASK_ID),
                ask.reason().text(),
                val(now, DRAFTS.SAVED_AT));
    }

    void askNothing(ConversationId conversationId, MemberId member) {
        db.update(DRAFTS)
                .setNull(DRAFTS.ASK_ID)
                .setNull(DRAFTS.ASK_CAUSE)
                .where(DRAFTS.CONVERSATION_ID.eq(conversationId), DRAFTS.MEMBER_ID.eq(member))
                .execute();
    }

    Optional<AskPut> asked(ConversationId conversationId, MemberId member) {
        return db.select(DRAFTS.ASK_ID, DRAFTS.ASK_CAUSE)
                .from(DRAFTS)
                .where(
                        DRAFTS.CONVERSATION_ID.eq(conversationId),
                        DRAFTS.MEMBER_ID.eq(member),
                        DRAFTS.ASK_ID.isNotNull())
                .fetchOptional(row -> new AskPut(row.value1(), Reason.read(row.value2())));
    }

    void drop(ConversationId conversationId, MemberId member) {
        db.deleteFrom(DRAFTS)
                .where(DRAFTS.CONVERSATION_ID.eq(conversationId))
                .and(DRAFTS.MEMBER_ID.eq(member))
                .execute();
    }

    Map<ConversationId, String> of(List<ConversationId> conversations, MemberId member) {
        return db.select(DRAFTS.CONVERSATION_ID, DRAFTS.WORDS)
                .from(DRAFTS)
                .where(DRAFTS.CONVERSATION_ID.in(conversations))
                .and(DRAFTS.MEMBER_ID.eq(member))
                .fetchMap(DRAFTS.CONVERSATION_ID, DRAFTS.WORDS);
    }

    Optional<Draft> find(ConversationId conversationId, MemberId member) {
        return db.select(DRAFTS.WORDS, DRAFTS.ATTACHMENT_ID)
                .from(DRAFTS)
                .where(DRAFTS.CONVERSATION_ID.eq(conversationId))
                .and(DRAFTS.MEMBER_ID.eq(member))
                .fetchOptional(row -> new Draft(row.value1(), Optional.ofNullable(row.value2())));
    }
}
