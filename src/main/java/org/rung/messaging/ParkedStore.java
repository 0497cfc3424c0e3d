package org.rung.messaging;

import static org.jooq.impl.DSL.select;
import static org.rung.db.Tables.MESSAGES;
import static org.rung.db.Tables.SENDERS;
import static org.rung.db.Tables.THREADS;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import org.jooq.DSLContext;
import org.rung.common.MessageId;
import org.rung.senders.SenderId;
import org.springframework.stereotype.Repository;

/** Texts that wait for a sender: theirs pauses, was retired, or there is none yet. */
@Repository
class ParkedStore {
    private final DSLContext dsl;

    ParkedStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Only texts whose sender was missing or retired change theirs, an organization at a time. */
    void give(Collection<Claim> texts, SenderId sender) {
        dsl.update(MESSAGES)
                .set(MESSAGES.SENDER_ID, sender)
                .where(MESSAGES.MESSAGE_ID.in(
                        texts.stream().map(Claim::messageId).toList()))
                .execute();
        dsl.update(THREADS)
                .set(THREADS.SENDER_ID, sender)
                .where(THREADS.THREAD_ID.in(texts.stream().map(Claim::threadId).toList()))
                .execute();
    }

    /** The number that each of these threads has for life, where it still is one. */
    Map<ThreadId, SenderId> senders(Collection<ThreadId> threads) {
        return dsl.select(THREADS.THREAD_ID, THREADS.SENDER_ID)
                .from(THREADS)
                .join(SENDERS)
                .on(SENDERS.SENDER_ID.eq(THREADS.SENDER_ID))
                .where(THREADS.THREAD_ID.in(threads))
                .and(SENDERS.RETIRED_AT.isNull())
                .fetchMap(THREADS.THREAD_ID, THREADS.SENDER_ID);
    }

    /**
     * What is due and was never with a provider: not once claimed, or refused in so many words the last time. What may have
     * been handed over stays with its sender, and so do the answers to STOP and HELP.
     */
    int moveNew(SenderId from, SenderId to, Instant now, int most) {
        var never = " and lookups = 0 and provider_id is null and (attempts = 0 or error_code is not null)"
                + " and purpose in ('FIRST_TEXT', 'REPLY', 'TEST') limit ?";
        var at = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        return dsl.execute(
                        "update messages force index (messages_turn) set sender_id = ?"
                                + " where sender_id = ? and turn in (1, 2) and turn_at <= ? and state in ('QUEUED', 'HELD')"
                                + never,
                        to.value(),
                        from.value(),
                        at,
                        most)
                + dsl.execute(
                        "update messages force index (messages_work) set sender_id = ?, due_at = ?"
                                + " where state = 'QUEUED' and due_at is null and sender_id = ?" + never,
                        to.value(),
                        at,
                        from.value(),
                        most);
    }

    void park(Collection<MessageId> messages) {
        if (messages.isEmpty()) {
            return;
        }
        dsl.update(MESSAGES)
                .set(MESSAGES.STATE, MessageState.QUEUED)
                .setNull(MESSAGES.HOLD)
                .setNull(MESSAGES.DUE_AT)
                .where(MESSAGES.MESSAGE_ID.in(messages))
                .execute();
    }

    /** What was parked leaves again when its organization has a sender that runs; some at a time. */
    int unpark(Instant now, int limit) {
        return dsl.update(MESSAGES)
                .set(MESSAGES.DUE_AT, now)
                .where(MESSAGES.STATE.eq(MessageState.QUEUED))
                .and(MESSAGES.DUE_AT.isNull())
                .and(MESSAGES.ORGANIZATION_ID.in(select(SENDERS.ORGANIZATION_ID)
                        .from(SENDERS)
                        .where(SENDERS.RETIRED_AT.isNull())
                        .and(SENDERS.PAUSED_AT.isNull())
                        .and(SENDERS.SENDER_ID
                                .eq(MESSAGES.SENDER_ID)
                                .or(MESSAGES.SENDER_ID.isNull())
                                .or(MESSAGES.SENDER_ID.in(select(SENDERS.as("gone").SENDER_ID)
                                        .from(SENDERS.as("gone"))
                                        .where(SENDERS.as("gone").RETIRED_AT.isNotNull()))))))
                .limit(limit)
                .execute();
    }
}
