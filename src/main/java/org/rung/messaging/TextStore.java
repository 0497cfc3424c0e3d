package org.rung.messaging;

import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.rung.db.Tables.MESSAGES;
import static org.rung.db.Tables.THREADS;

import java.time.Instant;
import java.time.LocalTime;
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
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.Table;
import org.rung.common.MemberId;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.springframework.stereotype.Repository;

/** Texts as {@link Texts} sees them. */
@Repository
class TextStore {
    private static final int AT_ONCE = 5_000;

    static final List<SelectField<?>> COLUMNS = List.of(
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

    /** Whether they wrote since that moment, or the last word that was or will be said is theirs. */
    boolean theirTurn(OrganizationId organizationId, ThreadId thread, Instant since) {
        return dsl
                .select(MESSAGES.DIRECTION, max(MESSAGES.HAPPENED_AT))
                .from(MESSAGES.forceIndex("messages_thread"))
                .where(MESSAGES.THREAD_ID.eq(thread))
                .and(MESSAGES.ORGANIZATION_ID.eq(organizationId))
                .and(MESSAGES.STATE.ne(MessageState.CANCELLED))
                .and(MESSAGES.PURPOSE.notIn(Purpose.CONFIRMATION, Purpose.HELP, Purpose.CODE))
                .groupBy(MESSAGES.DIRECTION)
                .fetchMap(MESSAGES.DIRECTION, max(MESSAGES.HAPPENED_AT))
                .entrySet()
                .stream()
                .reduce(new Turn(Instant.EPOCH, Instant.EPOCH), Turn::with, (one, other) -> other)
                .theirs(since);
    }

    /** When they last wrote, and when we did. */
    record Turn(Instant they, Instant we) {
        Turn with(Map.Entry<Direction, Instant> last) {
            return last.getKey() == Direction.IN ? new Turn(last.getValue(), we) : new Turn(they, last.getValue());
        }

        boolean theirs(Instant since) {
            return they.isAfter(since) || they.isAfter(we);
        }
    }

    void lock(OrganizationId organizationId, Collection<ThreadId> threads) {
        dsl.select(THREADS.THREAD_ID)
                .from(THREADS)
                .where(THREADS.THREAD_ID.in(threads))
                .and(THREADS.ORGANIZATION_ID.eq(organizationId))
                .orderBy(THREADS.THREAD_ID)
                .forUpdate()
                .fetch();
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

    /** A first text that was claimed once keeps its once key: taken back, its conversation could never be texted again. */
    Optional<Text> undo(OrganizationId organizationId, MessageId messageId, Optional<MemberId> author, Instant now) {
        Condition held = MESSAGES.STATE
                .eq(MessageState.HELD)
                .and(MESSAGES.PURPOSE.ne(Purpose.FIRST_TEXT).or(MESSAGES.ATTEMPTS.eq((short) 0)))
                .and(MESSAGES.HOLD.in(Hold.UNDO, Hold.HOURS, Hold.PAUSED, Hold.REVIEW))
                .and(author.map(member -> MESSAGES.MEMBER_ID.isNull().or(MESSAGES.MEMBER_ID.eq(member)))
                        .orElse(noCondition()));
        return cancelled(organizationId, MESSAGES.MESSAGE_ID.eq(messageId).and(held), Optional.empty(), now).stream()
                .findFirst();
    }

    void keepTo(OrganizationId organizationId, Collection<MessageId> messages, LocalTime from, LocalTime until) {
        List<MessageId> all = List.copyOf(messages);
        for (int first = 0; first < all.size(); first += AT_ONCE) {
            dsl.update(MESSAGES)
                    .set(MESSAGES.HOURS_FROM, from)
                    .set(MESSAGES.HOURS_UNTIL, until)
                    .where(MESSAGES.MESSAGE_ID.in(all.subList(first, Math.min(first + AT_ONCE, all.size()))))
                    .and(MESSAGES.ORGANIZATION_ID.eq(organizationId))
                    .and(MESSAGES.STATE.in(MessageState.HELD, MessageState.QUEUED))
                    .and(MESSAGES.HOURS_FROM.isNotNull())
                    .execute();
        }
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
        return cancelTo(
                organizationId, phones, MESSAGES.PURPOSE.notIn(Purpose.CONFIRMATION, Purpose.HELP), errorCode, now);
    }

    /** As the other one, of first texts only: all of them, or those that are part of something. */
    List<Text> cancelFirstTextsTo(
            OrganizationId organizationId,
            List<PhoneNumber> phones,
            Optional<Long> occasion,
            String errorCode,
            Instant now) {
        return cancelTo(
                organizationId,
                phones,
                MESSAGES.PURPOSE
                        .eq(Purpose.FIRST_TEXT)
                        .and(occasion.map(MESSAGES.OCCASION_ID::eq).orElse(noCondition())),
                errorCode,
                now);
    }

    private List<Text> cancelTo(
            OrganizationId organizationId, List<PhoneNumber> phones, Condition which, String errorCode, Instant now) {
        // By its key, or a few threads of a small organization are all locked, those that others are making among them.
        List<ThreadId> threads = dsl.select(THREADS.THREAD_ID)
                .from(THREADS.forceIndex("threads_phone"))
                .where(THREADS.ORGANIZATION_ID.eq(organizationId))
                .and(THREADS.PHONE.in(phones))
                .orderBy(THREADS.THREAD_ID)
                .forUpdate()
                .fetch(THREADS.THREAD_ID);
        return threads.isEmpty()
                ? List.of()
                : cancelled(
                        MESSAGES.forceIndex("messages_thread"),
                        organizationId,
                        MESSAGES.THREAD_ID.in(threads).and(which),
                        Optional.of(errorCode),
                        now);
    }

    /** What is with the provider, or waits for a person, stays as it is; those that wait now. */
    List<MessageId> pause(OrganizationId organizationId, Collection<MessageId> messages) {
        List<MessageId> waiting = locked(
                organizationId,
                messages,
                MESSAGES.STATE
                        .in(MessageState.HELD, MessageState.QUEUED)
                        .and(MESSAGES.HOLD.isNull().or(MESSAGES.HOLD.notIn(Hold.PERSON, Hold.REVIEW))));
        if (!waiting.isEmpty()) {
            dsl.update(MESSAGES)
                    .set(MESSAGES.STATE, MessageState.HELD)
                    .set(MESSAGES.HOLD, Hold.PAUSED)
                    .setNull(MESSAGES.DUE_AT)
                    .where(MESSAGES.MESSAGE_ID.in(waiting))
                    .execute();
        }
        return waiting;
    }

    List<MessageId> goOn(OrganizationId organizationId, Collection<MessageId> messages, Instant now) {
        List<MessageId> going = locked(
                organizationId, messages, MESSAGES.STATE.eq(MessageState.HELD).and(MESSAGES.HOLD.eq(Hold.PAUSED)));
        if (!going.isEmpty()) {
            dsl.update(MESSAGES)
                    .set(MESSAGES.STATE, MessageState.QUEUED)
                    .setNull(MESSAGES.HOLD)
                    .set(MESSAGES.DUE_AT, now)
                    .where(MESSAGES.MESSAGE_ID.in(going))
                    .execute();
        }
        return going;
    }

    private List<MessageId> locked(OrganizationId organizationId, Collection<MessageId> messages, Condition still) {
        return dsl.select(MESSAGES.MESSAGE_ID)
                .from(MESSAGES)
                .where(MESSAGES.MESSAGE_ID.in(messages))
                .and(MESSAGES.ORGANIZATION_ID.eq(organizationId))
                .and(still)
                .orderBy(MESSAGES.MESSAGE_ID)
                .forUpdate()
                .fetch(MESSAGES.MESSAGE_ID);
    }

    private List<Text> cancelled(
            OrganizationId organizationId, Condition which, Optional<String> errorCode, Instant now) {
        return cancelled(MESSAGES, organizationId, which, errorCode, now);
    }

    private List<Text> cancelled(
            Table<?> messages,
            OrganizationId organizationId,
            Condition which,
            Optional<String> errorCode,
            Instant now) {
        List<Text> waiting = dsl.select(COLUMNS)
                .from(messages)
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
                .and(MESSAGES.PURPOSE.ne(Purpose.CODE))
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

    static Text text(Record row) {
        return new Text(
                row.get(MESSAGES.MESSAGE_ID),
                row.get(MESSAGES.THREAD_ID),
                Optional.ofNullable(row.get(MESSAGES.SENDER_ID)),
                row.get(MESSAGES.PHONE),
                row.get(MESSAGES.DIRECTION),
                row.get(MESSAGES.PURPOSE),
                row.get(MESSAGES.STATE),
                // Whoever reads threads must not be able to sign in as the one whose number it is.
                row.get(MESSAGES.PURPOSE) == Purpose.CODE ? "" : row.get(MESSAGES.BODY),
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
