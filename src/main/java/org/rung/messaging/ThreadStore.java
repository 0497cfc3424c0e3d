package org.rung.messaging;

import static org.rung.db.Tables.THREADS;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.senders.SenderId;
import org.springframework.stereotype.Repository;

/** Threads of many numbers at once. */
@Repository
class ThreadStore {
    private final DSLContext dsl;

    ThreadStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Whoever claims or cancels for these numbers waits until we are done. */
    void lock(Collection<ThreadId> threads) {
        if (!threads.isEmpty()) {
            dsl.select(THREADS.THREAD_ID)
                    .from(THREADS)
                    .where(THREADS.THREAD_ID.in(threads))
                    .orderBy(THREADS.THREAD_ID)
                    .forUpdate()
                    .fetch();
        }
    }

    /** Found where another transaction was first: its row is waited for, and is committed by the time it is read. */
    Map<PhoneNumber, ThreadId> makeThreads(
            OrganizationId organizationId, Map<PhoneNumber, SenderId> strangers, Instant now) {
        if (strangers.isEmpty()) {
            return Map.of();
        }
        var inOrder = new TreeMap<PhoneNumber, ThreadId>(Comparator.comparing(PhoneNumber::text));
        strangers.keySet().forEach(phone -> inOrder.put(phone, new ThreadId(Id.next())));
        var insert = dsl.insertInto(
                THREADS,
                THREADS.THREAD_ID,
                THREADS.ORGANIZATION_ID,
                THREADS.PHONE,
                THREADS.SENDER_ID,
                THREADS.CREATED_AT);
        for (var thread : inOrder.entrySet()) {
            insert = insert.values(
                    thread.getValue(), organizationId, thread.getKey(), strangers.get(thread.getKey()), now);
        }
        return insert.onDuplicateKeyIgnore().execute() == inOrder.size()
                ? inOrder
                : dsl.select(THREADS.PHONE, THREADS.THREAD_ID)
                        .from(THREADS)
                        .where(THREADS.ORGANIZATION_ID.eq(organizationId))
                        .and(THREADS.PHONE.in(inOrder.keySet()))
                        .fetchMap(THREADS.PHONE, THREADS.THREAD_ID);
    }

    /** They have this number for life from now on. */
    void give(Collection<ThreadId> threads, SenderId sender) {
        dsl.update(THREADS)
                .set(THREADS.SENDER_ID, sender)
                .where(THREADS.THREAD_ID.in(threads))
                .execute();
    }
}
