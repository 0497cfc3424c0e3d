package org.rung.texting;

import static org.jooq.impl.DSL.list;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static org.rung.db.Tables.CONVERSATIONS;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

/** Conversations that rest until a day. */
@Repository
class AsideStore {
    private final DSLContext db;

    AsideStore(DSLContext db) {
        this.db = db;
    }

    /** False where there is nothing to put off: nobody was texted yet, or it is closed. */
    boolean rest(OrganizationId organizationId, ConversationId conversationId, Instant until) {
        return db.update(CONVERSATIONS)
                        // Before what it is made of: the server sets one column after the other.
                        .set(
                                CONVERSATIONS.WAITING_BEFORE_AT,
                                when(CONVERSATIONS.ASIDE_UNTIL_AT.isNull(), CONVERSATIONS.WAITING_SINCE_AT)
                                        .otherwise(CONVERSATIONS.WAITING_BEFORE_AT))
                        .set(CONVERSATIONS.STATE, ConversationState.AWAITING_REPLY)
                        // A text that is taken back afterwards leaves it at rest.
                        .setNull(CONVERSATIONS.STATE_BEFORE)
                        .setNull(CONVERSATIONS.WAITING_SINCE_AT)
                        .setNull(CONVERSATIONS.LEASED_UNTIL_AT)
                        .set(CONVERSATIONS.UNREAD, (short) 0)
                        .set(CONVERSATIONS.ASIDE_UNTIL_AT, until)
                        .where(CONVERSATIONS.ORGANIZATION_ID.eq(organizationId))
                        .and(CONVERSATIONS.CONVERSATION_ID.eq(conversationId))
                        .and(CONVERSATIONS.STATE.in(ConversationState.AWAITING_REPLY, ConversationState.NEEDS_RESPONSE))
                        .execute()
                == 1;
    }

    /** What waited before waits again, since then. */
    boolean wake(OrganizationId organizationId, ConversationId conversationId, Optional<Instant> leasedUntil) {
        return db.update(CONVERSATIONS)
                        .set(
                                CONVERSATIONS.STATE,
                                when(
                                                CONVERSATIONS.WAITING_BEFORE_AT.isNull(),
                                                val(ConversationState.AWAITING_REPLY, CONVERSATIONS.STATE))
                                        .otherwise(val(ConversationState.NEEDS_RESPONSE, CONVERSATIONS.STATE)))
                        .set(CONVERSATIONS.WAITING_SINCE_AT, CONVERSATIONS.WAITING_BEFORE_AT)
                        .set(
                                CONVERSATIONS.LEASED_UNTIL_AT,
                                when(
                                        CONVERSATIONS.WAITING_BEFORE_AT.isNotNull(),
                                        val(leasedUntil.orElse(null), CONVERSATIONS.LEASED_UNTIL_AT)))
                        .setNull(CONVERSATIONS.ASIDE_UNTIL_AT)
                        .where(CONVERSATIONS.ORGANIZATION_ID.eq(organizationId))
                        .and(CONVERSATIONS.CONVERSATION_ID.eq(conversationId))
                        .and(CONVERSATIONS.ASIDE_UNTIL_AT.isNotNull())
                        .execute()
                == 1;
    }

    record Due(ConversationId conversationId, OrganizationId organizationId, Optional<MemberId> texter) {}

    /** Those of them whose day has come; held until the transaction ends, in the order of everyone who locks several. */
    List<Due> due(Collection<ConversationId> which, Instant now) {
        return db.select(CONVERSATIONS.CONVERSATION_ID, CONVERSATIONS.ORGANIZATION_ID, CONVERSATIONS.MEMBER_ID)
                .from(CONVERSATIONS)
                .where(CONVERSATIONS.CONVERSATION_ID.in(which))
                .and(CONVERSATIONS.STATE.eq(ConversationState.AWAITING_REPLY))
                .and(CONVERSATIONS.ASIDE_UNTIL_AT.le(now))
                .orderBy(CONVERSATIONS.CONVERSATION_ID)
                .forUpdate()
                .fetch(row -> new Due(row.value1(), row.value2(), Optional.ofNullable(row.value3())));
    }

    /** They wait since their hour; whoever holds one has as long for it as for a reply that has just come. */
    void comeBack(Collection<ConversationId> due, Instant now) {
        db.execute(
                """
                update conversations c
                set c.state = 'NEEDS_RESPONSE', c.state_before = null,
                  c.waiting_since_at = c.aside_until_at, c.came_back_at = c.aside_until_at, c.aside_until_at = null,
                  c.leased_until_at = if(c.member_id is null, null, date_add({0}, interval
                    (select g.lease_minutes from campaigns g where g.campaign_id = c.campaign_id) minute))
                where c.conversation_id in ({1})
                """,
                val(now, CONVERSATIONS.LEASED_UNTIL_AT),
                list(due.stream()
                        .map(id -> DSL.val(id, CONVERSATIONS.CONVERSATION_ID))
                        .toList()));
    }
}
