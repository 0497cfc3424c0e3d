package org.rung.texting;

import static org.rung.db.Tables.CONVERSATIONS;

import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

/** Several conversations at once. */
@Repository
class ManyStore {
    private final DSLContext db;

    ManyStore(DSLContext db) {
        this.db = db;
    }

    /** Those that are this organization's, locked in one order for whoever locks several. */
    List<Conversation> lock(OrganizationId here, Collection<ConversationId> conversations) {
        return db.selectFrom(CONVERSATIONS)
                .where(CONVERSATIONS.CONVERSATION_ID.in(conversations))
                .and(CONVERSATIONS.ORGANIZATION_ID.eq(here))
                .orderBy(CONVERSATIONS.CONVERSATION_ID)
                .forUpdate()
                .fetch(ConversationStore::conversation);
    }

    List<Conversation> all(OrganizationId here, Collection<ConversationId> conversations) {
        return db.selectFrom(CONVERSATIONS)
                .where(CONVERSATIONS.CONVERSATION_ID.in(conversations))
                .and(CONVERSATIONS.ORGANIZATION_ID.eq(here))
                .orderBy(CONVERSATIONS.CONVERSATION_ID.desc())
                .fetch(ConversationStore::conversation);
    }

    int give(OrganizationId here, Collection<ConversationId> conversations, MemberId texter) {
        return conversations.isEmpty()
                ? 0
                : db.update(CONVERSATIONS)
                        .set(CONVERSATIONS.MEMBER_ID, texter)
                        .setNull(CONVERSATIONS.LEASED_UNTIL_AT)
                        .setNull(CONVERSATIONS.HELP_SINCE_AT)
                        .setNull(CONVERSATIONS.HELPER_MEMBER_ID)
                        .setNull(CONVERSATIONS.HELPER_TEAM_ID)
                        .setNull(CONVERSATIONS.BACK_SINCE_AT)
                        .where(CONVERSATIONS.CONVERSATION_ID.in(conversations))
                        .and(CONVERSATIONS.ORGANIZATION_ID.eq(here))
                        .execute();
    }
}
