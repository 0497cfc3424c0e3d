package org.rung.messaging;

import static org.jooq.impl.DSL.count;
import static org.rung.db.Tables.THREADS;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.rung.senders.SenderId;
import org.springframework.stereotype.Repository;

/** How many people have which number. */
@Repository
class PoolStore {
    private final DSLContext dsl;

    PoolStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** From an index alone. */
    Map<SenderId, Long> people(Collection<SenderId> senders) {
        Map<SenderId, Long> people = new HashMap<>();
        dsl.select(THREADS.SENDER_ID, count())
                .from(THREADS)
                .where(THREADS.SENDER_ID.in(senders))
                .groupBy(THREADS.SENDER_ID)
                .fetch()
                .forEach(row -> people.put(row.value1(), row.value2().longValue()));
        return people;
    }
}
