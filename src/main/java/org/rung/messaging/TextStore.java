package org.rung.messaging;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.rung.db.Tables.MESSAGES;
import static org.rung.db.Tables.PHONE_CONSENTS;
import static org.rung.db.Tables.SENDERS;
import static org.rung.db.Tables.THREADS;
import static org.rung.db.Tables.UNREACHABLE_PHONES;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.rung.common.Id;
import org.rung.common.MemberId;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.senders.SenderId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

/** Texts as {@link Texts} sees them. */
@Repository
class TextStore {
    private static final List<SelectField<?>> COLUMNS = List.of(
            MESSAGES.MESSAGE_ID,
            MESSAGES.THREAD_ID,
            MESSAGES.SENDER_ID,
            MESSAGES.PHONE,
            MESSAGES.DIRECTION,
            MESSAGES.PURPOSE,
            MESSAGES.STATE,
            MESSAGES.BODY,
            MESSAGES.SEGMENTS,
            MESSAGES.MEDIA_COUNT,
            MESSAGES.TOPIC_ID,
            MESSAGES.MEMBER_ID,
            MESSAGES.HOLD,
            MESSAGES.DUE_AT,
            MESSAGES.ERROR_CODE,
            MESSAGES.HAPPENED_AT);

    private static final Set<MessageState> WAITING = EnumSet.of(MessageState.HELD, MessageState.QUEUED);

    private final DSLContext dsl;

    TextStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** One read by keys; the sender is the one named, else the thread's, else the organization's oldest, running first. */
    TextRoute route(OrganizationId organizationId, PhoneNumber phone, Optional<SenderId> named) {
        Condition thread = THREADS.ORGANIZATION_ID.eq(organizationId).and(THREADS.PHONE.eq(phone));
        Field<ThreadId> threadId = field(select(THREADS.THREAD_ID).from(THREADS).where(thread));
        Field<SenderId> ofThread = field(select(SENDERS.SENDER_ID)
                .from(THREADS)
                .join(SENDERS)
                .on(SENDERS.SENDER_ID.eq(THREADS.SENDER_ID))
                .where(thread)
                .and(SENDERS.RETIRED_AT.isNull()));
        Field<SenderId> usual = field(select(SENDERS.SENDER_ID)
                .from(SENDERS)
                .where(SENDERS.ORGANIZATION_ID.eq(organizationId))
                .and(SENDERS.RETIRED_AT.isNull())
                .orderBy(field(SENDERS.PAUSED_AT.isNotNull()), SENDERS.SENDER_ID)
                .limit(1));
        Field<SenderId> sender = named.map(id -> field(select(SENDERS.SENDER_ID)
                        .from(SENDERS)
                        .where(SENDERS.SENDER_ID.eq(id))
                        .and(SENDERS.ORGANIZATION_ID.eq(organizationId))
                        .and(SENDERS.RETIRED_AT.isNull())))
                .orElseGet(() -> coalesce(ofThread, usual));
        var consent = field(select(PHONE_CONSENTS.CONSENT)
                .from(PHONE_CONSENTS)
                .where(PHONE_CONSENTS.ORGANIZATION_ID.eq(organizationId))
                .and(PHONE_CONSENTS.PHONE.eq(phone)));
        var bad = field(select(UNREACHABLE_PHONES.ERROR_CODE)
                .from(UNREACHABLE_PHONES)
                .where(UNREACHABLE_PHONES.ORGANIZATION_ID.eq(organizationId))
                .and(UNREACHABLE_PHONES.PHONE.eq(phone))
                .and(UNREACHABLE_PHONES.BAD.isTrue()));
        var row = dsl.select(threadId, sender, consent, bad).fetchSingle();
        if (named.isPresent() && row.value2() == null) {
            throw new Problem.Missing("sender", named.get());
        }
        return new TextRoute(
                Optional.ofNullable(row.value1()),
                Optional.ofNullable(row.value2()),
                Optional.ofNullable(row.value3()),
                Optional.ofNullable(row.value4()));
    }

    /** Found when another transaction was first: its row is waited for, and is committed by the time it is read. */
    ThreadId makeThread(OrganizationId organizationId, PhoneNumber phone, Optional<SenderId> sender, Instant now) {
        ThreadId mine = new ThreadId(Id.next());
        int made = dsl.insertInto(THREADS)
                .set(THREADS.THREAD_ID, mine)
                .set(THREADS.ORGANIZATION_ID, organizationId)
                .set(THREADS.PHONE, phone)
                .set(THREADS.SENDER_ID, sender.orElse(null))
                .set(THREADS.CREATED_AT, now)
                .onDuplicateKeyIgnore()
                .execute();
        return made == 1
                ? mine
                : dsl.select(THREADS.THREAD_ID)
                        .from(THREADS)
                        .where(THREADS.ORGANIZATION_ID.eq(organizationId))
                        .and(THREADS.PHONE.eq(phone))
                        .fetchSingle(THREADS.THREAD_ID);
    }

    void lock(OrganizationId organizationId, ThreadId threadId) {
        dsl.select(THREADS.THREAD_ID)
                .from(THREADS)
                .where(THREADS.THREAD_ID.eq(threadId))
                .and(THREADS.ORGANIZATION_ID.eq(organizationId))
                .forUpdate()
                .fetch();
    }

    /** False when the once key or the request key is taken. */
    boolean add(OrganizationId organizationId, Text text, TextDraft draft) {
        try {
            insert(organizationId, text, draft.onceKey(), draft.requestKey(), Optional.of(draft.window()));
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    void insert(
            OrganizationId organizationId,
            Text text,
            Optional<String> onceKey,
            Optional<String> requestKey,
            Optional<TextingWindow> window) {
        dsl.insertInto(MESSAGES)
                .set(MESSAGES.MESSAGE_ID, text.messageId())
                .set(MESSAGES.ORGANIZATION_ID, organizationId)
                .set(MESSAGES.THREAD_ID, text.threadId())
                .set(MESSAGES.SENDER_ID, text.sender().orElse(null))
                .set(MESSAGES.PHONE, text.phone())
                .set(MESSAGES.DIRECTION, text.direction())
                .set(MESSAGES.PURPOSE, text.purpose())
                .set(MESSAGES.STATE, text.state())
                .set(MESSAGES.BODY, text.body())
                .set(MESSAGES.SEGMENTS, (short) text.segments())
                .set(MESSAGES.TOPIC_ID, text.topicId().orElse(null))
                .set(MESSAGES.MEMBER_ID, text.author().orElse(null))
                .set(MESSAGES.ONCE_KEY, onceKey.orElse(null))
                .set(MESSAGES.REQUEST_KEY, requestKey.orElse(null))
                .set(MESSAGES.ZONES, window.map(TextStore::zones).orElse(null))
                .set(MESSAGES.HOURS_FROM, window.map(TextingWindow::from).orElse(null))
                .set(MESSAGES.HOURS_UNTIL, window.map(TextingWindow::until).orElse(null))
                .set(MESSAGES.HOLD, text.hold().orElse(null))
                .set(MESSAGES.DUE_AT, text.dueAt().orElse(null))
                .set(MESSAGES.HAPPENED_AT, text.happenedAt())
                .set(MESSAGES.CREATED_AT, text.happenedAt())
                .execute();
    }

    Optional<Text> requested(OrganizationId organizationId, TextDraft draft) {
        return draft.topicId().isEmpty() || draft.requestKey().isEmpty()
                ? Optional.empty()
                : dsl.select(COLUMNS)
                        .from(MESSAGES)
                        .where(MESSAGES.TOPIC_ID.eq(draft.topicId().get()))
                        .and(MESSAGES.REQUEST_KEY.eq(draft.requestKey().get()))
                        .and(MESSAGES.ORGANIZATION_ID.eq(organizationId))
                        .fetchOptional(TextStore::text);
    }

    Optional<Text> undo(OrganizationId organizationId, MessageId messageId, Optional<MemberId> author, Instant now) {
        Condition held = MESSAGES.STATE
                .eq(MessageState.HELD)
                .and(MESSAGES.HOLD.in(Hold.UNDO, Hold.HOURS))
                .and(author.map(member -> MESSAGES.MEMBER_ID.isNull().or(MESSAGES.MEMBER_ID.eq(member)))
                        .orElse(noCondition()));
        return cancelled(organizationId, MESSAGES.MESSAGE_ID.eq(messageId).and(held), Optional.empty(), now).stream()
                .findFirst();
    }

    List<Text> cancel(
            OrganizationId organizationId, Collection<MessageId> messages, Optional<String> errorCode, Instant now) {
        return messages.isEmpty()
                ? List.of()
                : cancelled(organizationId, MESSAGES.MESSAGE_ID.in(messages), errorCode, now);
    }

    /**
     * The threads are locked first: who claims a text locks its thread too, so that a claim either was committed before
     * the opt-out or does not see the text.
     */
    List<Text> cancelAllTo(OrganizationId organizationId, List<PhoneNumber> phones, String errorCode, Instant now) {
        List<ThreadId> threads = dsl.select(THREADS.THREAD_ID)
                .from(THREADS)
                .where(THREADS.ORGANIZATION_ID.eq(organizationId))
                .and(THREADS.PHONE.in(phones))
                .orderBy(THREADS.THREAD_ID)
                .forUpdate()
                .fetch(THREADS.THREAD_ID);
        return threads.isEmpty()
                ? List.of()
                : cancelled(
                        organizationId,
                        MESSAGES.THREAD_ID.in(threads).and(MESSAGES.PURPOSE.notIn(Purpose.CONFIRMATION, Purpose.HELP)),
                        Optional.of(errorCode),
                        now);
    }

    List<Text> waitingForPerson(OrganizationId organizationId, int limit) {
        return dsl.select(COLUMNS)
                .from(MESSAGES)
                .where(forPerson(organizationId))
                .orderBy(MESSAGES.MESSAGE_ID)
                .limit(limit)
                .fetch(TextStore::text);
    }

    int countWaitingForPerson(OrganizationId organizationId, int most) {
        return dsl.selectCount()
                .from(dsl.select(MESSAGES.MESSAGE_ID)
                        .from(MESSAGES)
                        .where(forPerson(organizationId))
                        .limit(most)
                        .asTable("some"))
                .fetchSingle(0, Integer.class);
    }

    int release(OrganizationId organizationId, Collection<MessageId> messages, Instant now) {
        return dsl.update(MESSAGES)
                .set(MESSAGES.STATE, MessageState.QUEUED)
                .setNull(MESSAGES.HOLD)
                .setNull(MESSAGES.ERROR_CODE)
                .set(MESSAGES.DUE_AT, now)
                .where(MESSAGES.MESSAGE_ID.in(messages))
                .and(forPerson(organizationId))
                .execute();
    }

    List<Text> cancelForPerson(OrganizationId organizationId, Collection<MessageId> messages, Instant now) {
        return cancelled(
                organizationId, MESSAGES.MESSAGE_ID.in(messages).and(forPerson(organizationId)), Optional.empty(), now);
    }

    private static Condition forPerson(OrganizationId organizationId) {
        return MESSAGES.STATE
                .eq(MessageState.HELD)
                .and(MESSAGES.DUE_AT.isNull())
                .and(MESSAGES.HOLD.eq(Hold.PERSON))
                .and(MESSAGES.ORGANIZATION_ID.eq(organizationId));
    }

    private List<Text> cancelled(
            OrganizationId organizationId, Condition which, Optional<String> errorCode, Instant now) {
        List<Text> waiting = dsl.select(COLUMNS)
                .from(MESSAGES)
                .where(which)
                .and(MESSAGES.ORGANIZATION_ID.eq(organizationId))
                .and(MESSAGES.STATE.in(MessageState.HELD, MessageState.QUEUED))
                .forUpdate()
                .fetch(TextStore::text);
        if (!waiting.isEmpty()) {
            dsl.update(MESSAGES)
                    .set(MESSAGES.STATE, MessageState.CANCELLED)
                    .setNull(MESSAGES.HOLD)
                    .setNull(MESSAGES.DUE_AT)
                    .set(MESSAGES.ERROR_CODE, errorCode.orElse(null))
                    .where(MESSAGES.MESSAGE_ID.in(
                            waiting.stream().map(Text::messageId).toList()))
                    .execute();
        }
        return waiting;
    }

    List<Text> thread(OrganizationId organizationId, ThreadId threadId, Optional<MessageId> before, int limit) {
        return dsl.select(COLUMNS)
                .from(MESSAGES)
                .where(MESSAGES.THREAD_ID.eq(threadId))
                .and(MESSAGES.ORGANIZATION_ID.eq(organizationId))
                .and(before.map(MESSAGES.MESSAGE_ID::lt).orElse(noCondition()))
                .orderBy(MESSAGES.MESSAGE_ID.desc())
                .limit(limit)
                .fetch(TextStore::text)
                .reversed();
    }

    Map<MessageId, Text> all(OrganizationId organizationId, Collection<MessageId> messages) {
        return messages.isEmpty()
                ? Map.of()
                : dsl
                        .select(COLUMNS)
                        .from(MESSAGES)
                        .where(MESSAGES.MESSAGE_ID.in(messages))
                        .and(MESSAGES.ORGANIZATION_ID.eq(organizationId))
                        .fetch(TextStore::text)
                        .stream()
                        .collect(Collectors.toMap(Text::messageId, Function.identity()));
    }

    private static String zones(TextingWindow window) {
        return window.zones().stream().map(ZoneId::getId).collect(Collectors.joining(","));
    }

    static Text text(Record row) {
        return new Text(
                row.get(MESSAGES.MESSAGE_ID),
                row.get(MESSAGES.THREAD_ID),
                Optional.ofNullable(row.get(MESSAGES.SENDER_ID)),
                row.get(MESSAGES.PHONE),
                row.get(MESSAGES.DIRECTION),
                row.get(MESSAGES.PURPOSE),
                row.get(MESSAGES.STATE),
                row.get(MESSAGES.BODY),
                row.get(MESSAGES.SEGMENTS),
                row.get(MESSAGES.MEDIA_COUNT),
                Optional.ofNullable(row.get(MESSAGES.TOPIC_ID)),
                Optional.ofNullable(row.get(MESSAGES.MEMBER_ID)),
                Optional.ofNullable(row.get(MESSAGES.HOLD)),
                // In other states the column is the outbox's own alarm clock.
                Optional.ofNullable(row.get(MESSAGES.DUE_AT)).filter(due -> WAITING.contains(row.get(MESSAGES.STATE))),
                Optional.ofNullable(row.get(MESSAGES.ERROR_CODE)),
                row.get(MESSAGES.HAPPENED_AT));
    }
}
