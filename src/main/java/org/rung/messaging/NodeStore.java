package org.rung.messaging;

import static org.jooq.impl.DSL.select;
import static org.rung.db.Tables.MESSAGES;
import static org.rung.db.Tables.OUTBOX_NODES;

import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Which servers are alive, and what those that died had claimed. */
@Repository
class NodeStore {
    private final DSLContext dsl;

    NodeStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    void alive(String node, Instant now) {
        dsl.query(
                        "insert into outbox_nodes (node, seen_at) values (?, ?) on duplicate key update seen_at = values(seen_at)",
                        node,
                        java.time.LocalDateTime.ofInstant(now, java.time.ZoneOffset.UTC))
                .execute();
    }

    void gone(String node) {
        dsl.deleteFrom(OUTBOX_NODES).where(OUTBOX_NODES.NODE.eq(node)).execute();
    }

    /** SENDING whose lease is over or whose node is dead: their answer is lost; how many. */
    int expire(Instant now, Instant nodesDeadSince) {
        dsl.deleteFrom(OUTBOX_NODES)
                .where(OUTBOX_NODES.SEEN_AT.lt(now.minus(Duration.ofDays(1))))
                .execute();
        return dsl.update(MESSAGES)
                .set(MESSAGES.STATE, MessageState.UNCONFIRMED)
                .set(MESSAGES.DUE_AT, now)
                .set(MESSAGES.LOOKUPS, (byte) 0)
                .where(MESSAGES.STATE.eq(MessageState.SENDING))
                .and(MESSAGES.DUE_AT
                        .le(now)
                        .or(MESSAGES.CLAIMED_BY.notIn(select(OUTBOX_NODES.NODE)
                                .from(OUTBOX_NODES)
                                .where(OUTBOX_NODES.SEEN_AT.ge(nodesDeadSince)))))
                .execute();
    }
}
