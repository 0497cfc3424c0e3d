package org.rung.messaging;

import static org.jooq.impl.DSL.select;
import static org.rung.db.Tables.MESSAGES;
import static org.rung.db.Tables.OUTBOX_NODES;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

/** Which servers are alive, and what those that died had claimed. */
@Repository
class NodeStore {
    private final DSLContext dsl;

    NodeStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** By the clock of the database, which is one for all nodes. */
    void alive(String node) {
        dsl.execute(
                "insert into outbox_nodes (node, seen_at) values (?, utc_timestamp(6)) on duplicate key update seen_at = values(seen_at)",
                node);
    }

    void gone(String node) {
        dsl.deleteFrom(OUTBOX_NODES).where(OUTBOX_NODES.NODE.eq(node)).execute();
    }

    /** Nodes that have said nothing for so long; what another frees just now is not among them. */
    List<String> silent(Duration patience) {
        return dsl.fetch(
                        "select node from outbox_nodes where seen_at < utc_timestamp(6) - interval ? microsecond"
                                + " for update skip locked",
                        patience.toNanos() / 1_000)
                .getValues("node", String.class);
    }

    /** A text whose claimer is gone. */
    record Orphan(OrganizationId organizationId, MessageId messageId) {}

    /** What the dead had claimed is doubtful now: their answers are lost. */
    List<Orphan> takeOver(List<String> dead, Instant now) {
        List<Orphan> freed = doubt(now, MESSAGES.CLAIMED_BY.in(dead));
        dsl.deleteFrom(OUTBOX_NODES).where(OUTBOX_NODES.NODE.in(dead)).execute();
        return freed;
    }

    /** SENDING whose lease is over, or whose node is not known any more. */
    List<Orphan> expire(Instant now) {
        return doubt(
                now,
                MESSAGES.DUE_AT
                        .le(now)
                        .or(MESSAGES.CLAIMED_BY.notIn(select(OUTBOX_NODES.NODE).from(OUTBOX_NODES))));
    }

    /** Whose answer is written down just now is in no doubt: its row is locked. */
    private List<Orphan> doubt(Instant now, Condition whose) {
        List<Orphan> orphans = dsl.select(MESSAGES.ORGANIZATION_ID, MESSAGES.MESSAGE_ID)
                .from(MESSAGES)
                .where(MESSAGES.STATE.eq(MessageState.SENDING))
                .and(whose)
                .forUpdate()
                .skipLocked()
                .fetch(row -> new Orphan(row.value1(), row.value2()));
        if (!orphans.isEmpty()) {
            dsl.update(MESSAGES)
                    .set(MESSAGES.STATE, MessageState.UNCONFIRMED)
                    .set(MESSAGES.DUE_AT, now)
                    .set(MESSAGES.LOOKUPS, (byte) 0)
                    .where(MESSAGES.MESSAGE_ID.in(
                            orphans.stream().map(Orphan::messageId).toList()))
                    .execute();
        }
        return orphans;
    }
}
