package org.rung.messaging;

import static org.jooq.impl.DSL.when;
import static org.rung.db.Tables.FORGOTTEN_TEXTS;
import static org.rung.db.Tables.MESSAGES;
import static org.rung.db.Tables.ORGANIZATIONS;
import static org.rung.db.Tables.PHONE_CONSENTS;
import static org.rung.db.Tables.SENDERS;
import static org.rung.db.Tables.THREADS;
import static org.rung.db.Tables.UNREACHABLE_PHONES;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.rung.common.MessageId;
import org.rung.consent.Suppressed;
import org.rung.hours.Place;
import org.rung.senders.Handover;
import org.rung.senders.SenderId;
import org.springframework.stereotype.Repository;

/** What is due, and claiming it. */
@Repository
class OutboxStore {
    private static final List<Byte> TURNS = List.of((byte) 0, (byte) 1, (byte) 2);
    static final Duration NO_NEWS = Duration.ofHours(72);

    private final DSLContext dsl;

    OutboxStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * One range of one index, oldest first. The thread is locked with the text, so that an opt-out, which locks the
     * thread too, is wholly before or wholly after the claim; what another holds is left for the next round.
     */
    List<MessageId> lockDue(MessageState state, Instant now, int limit) {
        return dsl.select(MESSAGES.MESSAGE_ID)
                .from(MESSAGES.forceIndex("messages_work"))
                .straightJoin(THREADS)
                .on(THREADS.THREAD_ID.eq(MESSAGES.THREAD_ID))
                .where(MESSAGES.STATE.eq(state))
                .and(MESSAGES.DUE_AT.le(now))
                .orderBy(MESSAGES.DUE_AT)
                .limit(limit)
                .forUpdate()
                .skipLocked()
                .fetch(MESSAGES.MESSAGE_ID);
    }

    /**
     * Senders with something due, by a look at the first entry of each turn in the index that claims walk: it costs the
     * same whether a hundred texts wait or a million. Retired ones too: what waits for them finds another.
     */
    List<SenderId> lanes(Instant now) {
        // By the whole index, though two of its columns are given: by the last alone MySQL 9.7 reads and sorts all that
        // wait.
        var first = "(select m.turn_at from messages m force index (messages_turn) where m.sender_id = s.sender_id"
                + " and m.turn = %d order by m.sender_id, m.turn, m.turn_at limit 1) <= ?";
        var at = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        return dsl.fetch(
                        "select s.sender_id from senders s where (s.paused_at is null or s.retired_at is not null) and ("
                                + first.formatted(0) + " or " + first.formatted(1) + " or " + first.formatted(2) + ")",
                        at,
                        at,
                        at)
                .map(row -> new SenderId(row.get(0, Long.class)));
    }

    /** Whether any text that is due has no sender. */
    boolean orphans(Instant now) {
        return dsl.fetchExists(dsl.selectOne()
                .from(MESSAGES.forceIndex("messages_turn"))
                .where(MESSAGES.SENDER_ID.isNull())
                .and(MESSAGES.TURN.in(TURNS))
                .and(MESSAGES.TURN_AT.le(now)));
    }

    /** A text whose turn has come, and how many segments it takes. */
    record Due(MessageId messageId, Optional<SenderId> sender, int segments) {}

    /** Answers to STOP and HELP first, then replies, then first texts, each oldest first; locked as in lockDue. */
    List<Due> lockTurns(Optional<SenderId> sender, Instant now, int limit) {
        return dsl.select(MESSAGES.MESSAGE_ID, MESSAGES.SENDER_ID, MESSAGES.SEGMENTS)
                .from(MESSAGES.forceIndex("messages_turn"))
                .straightJoin(THREADS)
                .on(THREADS.THREAD_ID.eq(MESSAGES.THREAD_ID))
                .where(sender.map(MESSAGES.SENDER_ID::eq).orElseGet(MESSAGES.SENDER_ID::isNull))
                .and(MESSAGES.TURN.in(TURNS))
                .and(MESSAGES.TURN_AT.le(now))
                .orderBy(MESSAGES.TURN, MESSAGES.TURN_AT)
                .limit(limit)
                .forUpdate()
                .skipLocked()
                .fetch(row -> new Due(row.value1(), Optional.ofNullable(row.value2()), row.value3()));
    }

    /** A plain read after the lock, so that it sees every opt-out that was committed before. */
    List<Claim> claims(Collection<MessageId> due) {
        return dsl.select(
                        MESSAGES.ORGANIZATION_ID,
                        MESSAGES.MESSAGE_ID,
                        MESSAGES.THREAD_ID,
                        MESSAGES.PHONE,
                        MESSAGES.PURPOSE,
                        MESSAGES.BODY,
                        MESSAGES.SEGMENTS,
                        MESSAGES.ATTEMPTS,
                        MESSAGES.MEDIA_COUNT,
                        MESSAGES.TOPIC_ID,
                        MESSAGES.HAPPENED_AT,
                        MESSAGES.ZONES,
                        MESSAGES.HOURS_FROM,
                        MESSAGES.HOURS_UNTIL,
                        MESSAGES.PLACES,
                        MESSAGES.OCCASION_ID,
                        ORGANIZATIONS.TEXTING_FROM,
                        ORGANIZATIONS.TEXTING_UNTIL,
                        PHONE_CONSENTS.CONSENT,
                        PHONE_CONSENTS.SUPPRESSED_UNTIL_AT,
                        PHONE_CONSENTS.SUPPRESSED_SINCE_AT,
                        PHONE_CONSENTS.SUPPRESSED_OCCASIONS,
                        UNREACHABLE_PHONES.ERROR_CODE,
                        SENDERS.SENDER_ID,
                        SENDERS.PAUSED_AT,
                        FORGOTTEN_TEXTS.MESSAGE_ID)
                .from(MESSAGES)
                .join(ORGANIZATIONS)
                .on(ORGANIZATIONS.ORGANIZATION_ID.eq(MESSAGES.ORGANIZATION_ID))
                .leftJoin(SENDERS)
                .on(SENDERS.SENDER_ID.eq(MESSAGES.SENDER_ID).and(SENDERS.RETIRED_AT.isNull()))
                .leftJoin(PHONE_CONSENTS)
                .on(PHONE_CONSENTS
                        .ORGANIZATION_ID
                        .eq(MESSAGES.ORGANIZATION_ID)
                        .and(PHONE_CONSENTS.PHONE.eq(MESSAGES.PHONE)))
                .leftJoin(UNREACHABLE_PHONES)
                .on(UNREACHABLE_PHONES
                        .ORGANIZATION_ID
                        .eq(MESSAGES.ORGANIZATION_ID)
                        .and(UNREACHABLE_PHONES.PHONE.eq(MESSAGES.PHONE))
                        .and(UNREACHABLE_PHONES.BAD.isTrue()))
                .leftJoin(FORGOTTEN_TEXTS)
                .on(FORGOTTEN_TEXTS.MESSAGE_ID.eq(MESSAGES.MESSAGE_ID))
                .where(MESSAGES.MESSAGE_ID.in(due))
                .fetch(OutboxStore::claim);
    }

    /** What is with the provider just now, or waits to be. */
    List<Ahead> ahead(Collection<ThreadId> threads) {
        return dsl.select(MESSAGES.THREAD_ID, MESSAGES.MESSAGE_ID, MESSAGES.STATE, MESSAGES.HOLD, MESSAGES.DUE_AT)
                // Just after a campaign starts the server's statistics may still say that few texts wait in all.
                .from(MESSAGES.forceIndex("messages_thread"))
                .where(MESSAGES.STATE.in(MessageState.SENDING, MessageState.QUEUED, MessageState.HELD))
                .and(MESSAGES.THREAD_ID.in(threads))
                .fetch(row -> new Ahead(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        Optional.ofNullable(row.value4()),
                        Optional.ofNullable(row.value5())));
    }

    /** Due later, in the state they are in. */
    void putOff(Collection<MessageId> messages, Instant until) {
        dsl.update(MESSAGES)
                .set(MESSAGES.DUE_AT, until)
                .where(MESSAGES.MESSAGE_ID.in(messages))
                .execute();
    }

    void claim(Collection<Claim> claims, String node, Instant now, Duration lease) {
        if (claims.isEmpty()) {
            return;
        }
        dsl.update(MESSAGES)
                .set(MESSAGES.STATE, MessageState.SENDING)
                .setNull(MESSAGES.HOLD)
                .set(MESSAGES.CLAIMED_AT, now)
                .set(MESSAGES.CLAIMED_BY, node)
                .set(MESSAGES.ATTEMPTS, MESSAGES.ATTEMPTS.plus(1))
                // While SENDING, due is the end of the lease.
                .set(MESSAGES.DUE_AT, now.plus(lease))
                .where(MESSAGES.MESSAGE_ID.in(
                        claims.stream().map(Claim::messageId).toList()))
                .execute();
    }

    void cancel(Collection<MessageId> messages, String code) {
        dsl.update(MESSAGES)
                .set(MESSAGES.STATE, MessageState.CANCELLED)
                .set(MESSAGES.ERROR_CODE, code)
                .setNull(MESSAGES.HOLD)
                .setNull(MESSAGES.DUE_AT)
                .where(MESSAGES.MESSAGE_ID.in(messages))
                .execute();
    }

    void holdUntil(Collection<MessageId> messages, Instant opening) {
        dsl.update(MESSAGES)
                .set(MESSAGES.STATE, MessageState.HELD)
                .set(MESSAGES.HOLD, Hold.HOURS)
                .set(MESSAGES.DUE_AT, opening)
                .where(MESSAGES.MESSAGE_ID.in(messages))
                .execute();
    }

    /**
     * Claimed and never called: as if it had not been claimed, unless an earlier claim was called. Only that one claim:
     * another node may have taken the text over and be calling now.
     */
    int release(Handover unused, Instant now) {
        return dsl.update(MESSAGES)
                .set(MESSAGES.STATE, MessageState.QUEUED)
                .set(MESSAGES.DUE_AT, now)
                // Before the attempts are counted down: the server sets one column after the other.
                .set(MESSAGES.CLAIMED_AT, when(MESSAGES.ATTEMPTS.gt((short) 1), MESSAGES.CLAIMED_AT))
                .setNull(MESSAGES.CLAIMED_BY)
                .set(MESSAGES.ATTEMPTS, MESSAGES.ATTEMPTS.minus(1))
                .where(MESSAGES.MESSAGE_ID.eq(unused.messageId()))
                .and(MESSAGES.STATE.eq(MessageState.SENDING))
                .and(MESSAGES.ATTEMPTS.eq((short) unused.attempt()))
                .and(MESSAGES.CLAIMED_AT.eq(unused.claimedAt()))
                .execute();
    }

    /** SENT for three days without a report: nobody knows; some at a time. */
    List<Claim> unknownSince(Instant now, int limit) {
        List<MessageId> silent = lockDue(MessageState.SENT, now, limit);
        if (silent.isEmpty()) {
            return List.of();
        }
        dsl.update(MESSAGES)
                .set(MESSAGES.STATE, MessageState.UNKNOWN)
                .setNull(MESSAGES.DUE_AT)
                .where(MESSAGES.MESSAGE_ID.in(silent))
                .execute();
        return claims(silent);
    }

    /** With the organization's hours as they are now: it may have narrowed them while the text waited. */
    private static TextingWindow window(Record row, String zones) {
        String places = row.get(MESSAGES.PLACES);
        var window = new TextingWindow(
                Arrays.stream(zones.split(",")).map(ZoneId::of).toList(),
                row.get(MESSAGES.HOURS_FROM),
                row.get(MESSAGES.HOURS_UNTIL),
                places == null ? List.of() : Place.read(places));
        return row.get(MESSAGES.PURPOSE) == Purpose.TEST || row.get(MESSAGES.PURPOSE) == Purpose.CODE
                ? window
                : window.within(row.get(ORGANIZATIONS.TEXTING_FROM), row.get(ORGANIZATIONS.TEXTING_UNTIL));
    }

    private static Claim claim(Record row) {
        String zones = row.get(MESSAGES.ZONES);
        return new Claim(
                row.get(MESSAGES.ORGANIZATION_ID),
                row.get(MESSAGES.MESSAGE_ID),
                row.get(MESSAGES.THREAD_ID),
                row.get(MESSAGES.PHONE),
                row.get(MESSAGES.PURPOSE),
                row.get(MESSAGES.BODY),
                row.get(MESSAGES.SEGMENTS),
                row.get(MESSAGES.ATTEMPTS),
                row.get(MESSAGES.MEDIA_COUNT),
                Optional.ofNullable(row.get(MESSAGES.TOPIC_ID)),
                zones == null ? Optional.empty() : Optional.of(window(row, zones)),
                Optional.ofNullable(row.get(PHONE_CONSENTS.CONSENT)),
                Suppressed.of(
                        row.get(PHONE_CONSENTS.SUPPRESSED_UNTIL_AT),
                        row.get(PHONE_CONSENTS.SUPPRESSED_SINCE_AT),
                        row.get(PHONE_CONSENTS.SUPPRESSED_OCCASIONS)),
                Optional.ofNullable(row.get(MESSAGES.OCCASION_ID)),
                Optional.ofNullable(row.get(UNREACHABLE_PHONES.ERROR_CODE)),
                Optional.ofNullable(row.get(SENDERS.SENDER_ID)),
                row.get(SENDERS.PAUSED_AT) != null,
                row.get(FORGOTTEN_TEXTS.MESSAGE_ID) != null,
                row.get(MESSAGES.HAPPENED_AT));
    }
}
