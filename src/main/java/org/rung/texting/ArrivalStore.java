package org.rung.texting;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static org.rung.db.Tables.CAMPAIGNS;
import static org.rung.db.Tables.CONVERSATIONS;
import static org.rung.db.Tables.MESSAGES;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.messaging.Direction;
import org.rung.messaging.MessageState;
import org.rung.messaging.Purpose;
import org.rung.people.SupporterId;
import org.rung.senders.SenderId;
import org.springframework.stereotype.Repository;

/** Conversations as inbound texts find and move them, many at once. */
@Repository
class ArrivalStore {
    private final DSLContext db;

    ArrivalStore(DSLContext db) {
        this.db = db;
    }

    /** Found and locked, with how long its texter has for a reply. */
    record Heard(Conversation conversation, Optional<Integer> leaseMinutes, boolean moved) {
        Optional<Instant> leasedUntil(Instant now) {
            return conversation
                    .texter()
                    .flatMap(texter -> leaseMinutes)
                    .map(minutes -> now.plus(Duration.ofMinutes(minutes)));
        }
    }

    /** In the order of their ids, as everyone does who locks several. */
    Map<ConversationId, Heard> lock(OrganizationId organizationId, Collection<ConversationId> conversations) {
        if (conversations.isEmpty()) {
            return Map.of();
        }
        Field<Integer> minutes = field(select(CAMPAIGNS.LEASE_MINUTES)
                .from(CAMPAIGNS)
                .where(CAMPAIGNS.CAMPAIGN_ID.eq(CONVERSATIONS.CAMPAIGN_ID)));
        Field<Boolean> moved = field(ClosingStore.moved());
        return db
                .select(CONVERSATIONS.fields())
                .select(minutes, moved)
                .from(CONVERSATIONS)
                .where(CONVERSATIONS.CONVERSATION_ID.in(conversations))
                .and(CONVERSATIONS.ORGANIZATION_ID.eq(organizationId))
                .orderBy(CONVERSATIONS.CONVERSATION_ID)
                .forUpdate()
                .fetch(row -> new Heard(
                        ConversationStore.conversation(row), Optional.ofNullable(row.get(minutes)), row.get(moved)))
                .stream()
                .collect(Collectors.toMap(heard -> heard.conversation().conversationId(), heard -> heard));
    }

    /** The conversation an inbound text from a number belongs to when nothing names one: the latest texted, else the newest. */
    Map<PhoneNumber, ConversationId> latest(OrganizationId organizationId, Collection<PhoneNumber> phones) {
        Map<PhoneNumber, ConversationId> latest = new HashMap<>();
        if (!phones.isEmpty()) {
            db.select(CONVERSATIONS.PHONE, CONVERSATIONS.CONVERSATION_ID)
                    .from(CONVERSATIONS)
                    .where(CONVERSATIONS.ORGANIZATION_ID.eq(organizationId))
                    .and(CONVERSATIONS.PHONE.in(phones))
                    .and(not(ClosingStore.moved()))
                    .orderBy(CONVERSATIONS.LAST_OUT_AT.desc(), CONVERSATIONS.CONVERSATION_ID.desc())
                    .forEach(row -> latest.putIfAbsent(row.value1(), row.value2()));
        }
        return latest;
    }

    /** Of these numbers, those whose latest text from us was the test of a script: whoever answers that is a member. */
    Set<PhoneNumber> testing(OrganizationId organizationId, Collection<PhoneNumber> phones) {
        var later = MESSAGES.as("later");
        return new HashSet<>(db.selectDistinct(MESSAGES.PHONE)
                .from(MESSAGES)
                .where(MESSAGES.ORGANIZATION_ID.eq(organizationId))
                .and(MESSAGES.PHONE.in(phones))
                .and(MESSAGES.DIRECTION.eq(Direction.OUT))
                .and(MESSAGES.PURPOSE.eq(Purpose.TEST))
                .and(MESSAGES.STATE.ne(MessageState.CANCELLED))
                .and(notExists(selectOne()
                        .from(later)
                        .where(later.ORGANIZATION_ID.eq(organizationId))
                        .and(later.PHONE.eq(MESSAGES.PHONE))
                        .and(later.DIRECTION.eq(Direction.OUT))
                        .and(later.HAPPENED_AT.gt(MESSAGES.HAPPENED_AT))
                        .and(later.PURPOSE.in(Purpose.FIRST_TEXT, Purpose.REPLY))))
                .fetch(MESSAGES.PHONE));
    }

    /** What a text that someone should answer changes; the clock of the holder's lease starts with it. */
    record Step(SenderId sender, Optional<Suggestion> suggestion, Instant at, Optional<Instant> leasedUntil) {}

    void arrived(Collection<ConversationId> conversations, Step step) {
        db.update(CONVERSATIONS)
                .set(
                        CONVERSATIONS.WAITING_SINCE_AT,
                        when(CONVERSATIONS.STATE.eq(ConversationState.NEEDS_RESPONSE), CONVERSATIONS.WAITING_SINCE_AT)
                                .otherwise(val(step.at(), CONVERSATIONS.WAITING_SINCE_AT)))
                .set(CONVERSATIONS.STATE, ConversationState.NEEDS_RESPONSE)
                .setNull(CONVERSATIONS.STATE_BEFORE)
                .setNull(CONVERSATIONS.CLOSED_REASON)
                .setNull(CONVERSATIONS.ASIDE_UNTIL_AT)
                .set(
                        CONVERSATIONS.SUGGESTION,
                        coalesce(
                                val(step.suggestion().orElse(null), CONVERSATIONS.SUGGESTION),
                                CONVERSATIONS.SUGGESTION))
                .set(CONVERSATIONS.SENDER_ID, step.sender())
                .set(CONVERSATIONS.UNREAD, CONVERSATIONS.UNREAD.plus(1))
                .set(CONVERSATIONS.LAST_IN_AT, step.at())
                .set(
                        CONVERSATIONS.LEASED_UNTIL_AT,
                        when(
                                CONVERSATIONS.HELP_SINCE_AT.isNull(),
                                val(step.leasedUntil().orElse(null), CONVERSATIONS.LEASED_UNTIL_AT)))
                .where(CONVERSATIONS.CONVERSATION_ID.in(conversations))
                .execute();
    }

    /** Texts arrived that ask for no answer: STOP, HELP, or words from a number that may not be texted. */
    void heard(Collection<ConversationId> conversations, Instant at) {
        db.update(CONVERSATIONS)
                .set(CONVERSATIONS.UNREAD, CONVERSATIONS.UNREAD.plus(1))
                .set(CONVERSATIONS.LAST_IN_AT, at)
                .where(CONVERSATIONS.CONVERSATION_ID.in(conversations))
                .execute();
    }

    /** A conversation that somebody else began. */
    record Unasked(ConversationId made, SupporterId supporter, PhoneNumber phone, SenderId sender, Instant at) {}

    void insert(OrganizationId organizationId, Collection<Unasked> unasked) {
        var insert = db.insertInto(
                CONVERSATIONS,
                CONVERSATIONS.CONVERSATION_ID,
                CONVERSATIONS.ORGANIZATION_ID,
                CONVERSATIONS.SUPPORTER_ID,
                CONVERSATIONS.PHONE,
                CONVERSATIONS.SENDER_ID,
                CONVERSATIONS.STATE,
                CONVERSATIONS.CREATED_AT);
        for (Unasked one : unasked) {
            insert = insert.values(
                    one.made(),
                    organizationId,
                    one.supporter(),
                    one.phone(),
                    one.sender(),
                    ConversationState.CLOSED,
                    one.at());
        }
        insert.execute();
    }

    /** First texts of these conversations that no provider has been given yet. */
    List<MessageId> waitingFirstTexts(Collection<ConversationId> conversations) {
        return db.select(MESSAGES.MESSAGE_ID)
                .from(MESSAGES)
                .where(MESSAGES.TOPIC_ID.in(
                        conversations.stream().map(ConversationId::value).toList()))
                .and(MESSAGES.PURPOSE.eq(Purpose.FIRST_TEXT))
                .and(MESSAGES.STATE.in(MessageState.HELD, MessageState.QUEUED))
                .fetch(MESSAGES.MESSAGE_ID);
    }
}
