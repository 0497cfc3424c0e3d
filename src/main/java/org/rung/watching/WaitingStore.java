package org.rung.watching;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;
import static org.rung.db.Tables.MESSAGES;
import static org.rung.db.Tables.SENDERS;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.rung.common.OrganizationId;
import org.rung.messaging.MessageState;
import org.rung.senders.SenderId;
import org.springframework.stereotype.Repository;

/** How many texts wait, from the index of the work alone: no row of a text is read but of the few in a provider's hands. */
@Repository
class WaitingStore {
    private final DSLContext dsl;

    WaitingStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * @param timed how many of them have a time; the others wait for a sender or for a person
     * @param since of those that wait, when the first was due; of those in a provider's hands, when it was claimed, but
     *     for doubts that wait for a person
     */
    record Waiting(MessageState state, int texts, int timed, Optional<Instant> since) {}

    List<Waiting> everywhere() {
        return waiting(DSL.noCondition());
    }

    List<Waiting> of(OrganizationId organizationId) {
        return waiting(MESSAGES.ORGANIZATION_ID.eq(organizationId));
    }

    /** What waits for each sender that is not retired, from the index of its lane. */
    Map<SenderId, Integer> lanes(OrganizationId organizationId) {
        return dsl.select(SENDERS.SENDER_ID, count())
                .from(SENDERS)
                .straightJoin(MESSAGES.forceIndex("messages_turn"))
                .on(MESSAGES.SENDER_ID.eq(SENDERS.SENDER_ID))
                .where(SENDERS.ORGANIZATION_ID.eq(organizationId))
                .and(SENDERS.RETIRED_AT.isNull())
                .and(MESSAGES.TURN.isNotNull())
                .groupBy(SENDERS.SENDER_ID)
                .fetchMap(SENDERS.SENDER_ID, count());
    }

    private List<Waiting> waiting(Condition whose) {
        return dsl.select(MESSAGES.STATE, count(), count(MESSAGES.DUE_AT), min(MESSAGES.DUE_AT))
                .from(MESSAGES)
                .where(MESSAGES.STATE.in(MessageState.QUEUED, MessageState.HELD))
                .and(whose)
                .groupBy(MESSAGES.STATE)
                .unionAll(select(
                                MESSAGES.STATE,
                                count(),
                                count(MESSAGES.DUE_AT),
                                min(when(MESSAGES.DUE_AT.isNotNull(), MESSAGES.CLAIMED_AT)))
                        .from(MESSAGES)
                        .where(MESSAGES.STATE.in(MessageState.SENDING, MessageState.UNCONFIRMED))
                        .and(whose)
                        .groupBy(MESSAGES.STATE))
                .fetch(row -> new Waiting(row.value1(), row.value2(), row.value3(), Optional.ofNullable(row.value4())));
    }
}
