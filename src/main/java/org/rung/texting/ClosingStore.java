package org.rung.texting;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static org.rung.db.Tables.CONVERSATIONS;
import static org.rung.db.Tables.MESSAGES;
import static org.rung.db.Tables.PHONE_CONSENTS;
import static org.rung.db.Tables.SUPPORTER_PHONES;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.rung.common.MemberId;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.consent.ConsentKind;
import org.rung.consent.Suppressions;
import org.rung.messaging.Direction;
import org.rung.messaging.MessageState;
import org.rung.messaging.Purpose;
import org.springframework.stereotype.Repository;

/** How conversations close, and open again, by compare-and-set. */
@Repository
class ClosingStore {

    private final DSLContext db;
    private final Suppressions suppressions;

    ClosingStore(DSLContext db, Suppressions suppressions) {
        this.db = db;
        this.suppressions = suppressions;
    }

    boolean close(OrganizationId organizationId, ConversationId conversationId, ClosedReason reason, Instant now) {
        return closeWhere(CONVERSATIONS.CONVERSATION_ID.eq(conversationId), organizationId, reason, now) == 1;
    }

    int closeAll(
            OrganizationId organizationId, Collection<ConversationId> conversations, ClosedReason reason, Instant now) {
        return closeWhere(CONVERSATIONS.CONVERSATION_ID.in(conversations), organizationId, reason, now);
    }

    /** Only what has not been texted: what another window has just sent stays open. */
    boolean skip(OrganizationId organizationId, ConversationId conversationId, Instant now) {
        return closeWhere(
                        CONVERSATIONS
                                .CONVERSATION_ID
                                .eq(conversationId)
                                .and(CONVERSATIONS.STATE.eq(ConversationState.NEEDS_FIRST_TEXT)),
                        organizationId,
                        ClosedReason.SKIPPED,
                        now)
                == 1;
    }

    int closeOf(OrganizationId organizationId, Collection<PhoneNumber> phones, ClosedReason reason, Instant now) {
        return closeWhere(CONVERSATIONS.PHONE.in(phones), organizationId, reason, now);
    }

    private int closeWhere(Condition which, OrganizationId organizationId, ClosedReason reason, Instant now) {
        return db.update(CONVERSATIONS)
                // Before the state: the server sets one column after the other, and what was closed stays closed since
                // then.
                .set(
                        CONVERSATIONS.CLOSED_AT,
                        when(CONVERSATIONS.STATE.eq(ConversationState.CLOSED), CONVERSATIONS.CLOSED_AT)
                                .otherwise(val(now, CONVERSATIONS.CLOSED_AT)))
                .set(CONVERSATIONS.STATE, ConversationState.CLOSED)
                .setNull(CONVERSATIONS.STATE_BEFORE)
                .set(CONVERSATIONS.CLOSED_REASON, reason)
                .setNull(CONVERSATIONS.LEASED_UNTIL_AT)
                .setNull(CONVERSATIONS.WAITING_SINCE_AT)
                .setNull(CONVERSATIONS.ASIDE_UNTIL_AT)
                .setNull(CONVERSATIONS.SUGGESTION)
                .setNull(CONVERSATIONS.BACK_SINCE_AT)
                .where(CONVERSATIONS.ORGANIZATION_ID.eq(organizationId))
                .and(which)
                .and(CONVERSATIONS.STATE.ne(ConversationState.CLOSED).or(betterThanBefore(reason)))
                .execute();
    }

    /** A number that may not be texted any more closes what was closed before, too: else it could be opened again. */
    private static Condition betterThanBefore(ClosedReason reason) {
        return reason == ClosedReason.OPTED_OUT || reason == ClosedReason.WRONG_NUMBER
                ? CONVERSATIONS
                        .CLOSED_REASON
                        .isNull()
                        .or(CONVERSATIONS.CLOSED_REASON.in(
                                ClosedReason.DONE,
                                ClosedReason.SKIPPED,
                                ClosedReason.ENDED,
                                ClosedReason.BAD_NUMBER,
                                ClosedReason.MERGED,
                                ClosedReason.SUPPRESSED))
                : falseCondition();
    }

    /** Nobody opens what could not be answered. */
    boolean reopen(
            OrganizationId organizationId, ConversationId conversationId, Instant now, Optional<Instant> leasedUntil) {
        return db.update(CONVERSATIONS)
                        .set(
                                CONVERSATIONS.STATE,
                                when(
                                                CONVERSATIONS
                                                        .LAST_OUT_AT
                                                        .isNull()
                                                        .and(CONVERSATIONS.LAST_IN_AT.isNull()),
                                                val(ConversationState.NEEDS_FIRST_TEXT, CONVERSATIONS.STATE))
                                        .otherwise(val(ConversationState.NEEDS_RESPONSE, CONVERSATIONS.STATE)))
                        .setNull(CONVERSATIONS.CLOSED_REASON)
                        .set(
                                CONVERSATIONS.WAITING_SINCE_AT,
                                when(
                                        CONVERSATIONS.STATE.eq(ConversationState.NEEDS_RESPONSE),
                                        val(now, CONVERSATIONS.WAITING_SINCE_AT)))
                        .set(CONVERSATIONS.LEASED_UNTIL_AT, leasedUntil.orElse(null))
                        .where(CONVERSATIONS.CONVERSATION_ID.eq(conversationId))
                        .and(CONVERSATIONS.ORGANIZATION_ID.eq(organizationId))
                        .and(CONVERSATIONS.STATE.eq(ConversationState.CLOSED))
                        .and(CONVERSATIONS.CLOSED_REASON.in(
                                ClosedReason.DONE, ClosedReason.SKIPPED, ClosedReason.SUPPRESSED))
                        .and(notExists(selectOne()
                                .from(PHONE_CONSENTS)
                                .where(PHONE_CONSENTS.ORGANIZATION_ID.eq(CONVERSATIONS.ORGANIZATION_ID))
                                .and(PHONE_CONSENTS.PHONE.eq(CONVERSATIONS.PHONE))
                                .and(PHONE_CONSENTS
                                        .CONSENT
                                        .ne(ConsentKind.OPTED_IN)
                                        .or(not(suppressions.mayAnswer())))))
                        .execute()
                == 1;
    }

    /** Those of them whose number has moved on; how many. */
    int closeMoved(OrganizationId organizationId, Collection<ConversationId> conversations, Instant now) {
        return closeWhere(
                CONVERSATIONS.CONVERSATION_ID.in(conversations).and(moved()),
                organizationId,
                ClosedReason.NUMBER_MOVED,
                now);
    }

    /** The number is not this supporter's any more; once texts were exchanged it matters only who else has it now. */
    static Condition moved() {
        var own = SUPPORTER_PHONES.as("own");
        var now = SUPPORTER_PHONES.as("whose_now");
        return notExists(selectOne()
                        .from(own)
                        .where(own.ORGANIZATION_ID.eq(CONVERSATIONS.ORGANIZATION_ID))
                        .and(own.PHONE.eq(CONVERSATIONS.PHONE))
                        .and(own.SUPPORTER_ID.eq(CONVERSATIONS.SUPPORTER_ID)))
                .and(CONVERSATIONS
                        .STATE
                        .eq(ConversationState.NEEDS_FIRST_TEXT)
                        .or(exists(selectOne()
                                .from(now)
                                .where(now.ORGANIZATION_ID.eq(CONVERSATIONS.ORGANIZATION_ID))
                                .and(now.PHONE.eq(CONVERSATIONS.PHONE)))));
    }

    List<MessageId> waitingTexts(OrganizationId organizationId, Collection<PhoneNumber> phones) {
        return db.select(MESSAGES.MESSAGE_ID)
                .from(MESSAGES)
                .where(MESSAGES.ORGANIZATION_ID.eq(organizationId))
                .and(MESSAGES.PHONE.in(phones))
                .and(MESSAGES.DIRECTION.eq(Direction.OUT))
                .and(MESSAGES.PURPOSE.in(Purpose.FIRST_TEXT, Purpose.REPLY))
                .and(MESSAGES.STATE.in(MessageState.HELD, MessageState.QUEUED))
                .fetch(MESSAGES.MESSAGE_ID);
    }

    List<MemberId> holders(OrganizationId organizationId, Collection<PhoneNumber> phones) {
        return db.selectDistinct(CONVERSATIONS.MEMBER_ID)
                .from(CONVERSATIONS)
                .where(CONVERSATIONS.ORGANIZATION_ID.eq(organizationId))
                .and(CONVERSATIONS.PHONE.in(phones))
                .and(CONVERSATIONS.MEMBER_ID.isNotNull())
                .fetch(CONVERSATIONS.MEMBER_ID);
    }
}
