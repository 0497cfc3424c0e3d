package org.rung.ladder;

import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.selectOne;
import static org.rung.db.Tables.ASKINGS;
import static org.rung.db.Tables.ASKS;
import static org.rung.db.Tables.COMMITMENTS;
import static org.rung.db.Tables.STANDINGS;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.rung.commitments.AskId;
import org.rung.commitments.CommitmentState;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

/** Who is ready for the next ask, as one condition on standings: the board, the filter and the desk must agree. */
@Repository
class ReadyStore {
    static final Duration RECENT = Duration.ofDays(30);
    private final DSLContext dsl;
    private final Clock clock;

    ReadyStore(DSLContext dsl, Clock clock) {
        this.dsl = dsl;
        this.clock = clock;
    }

    /** Asks in use that have room for one more, in the order they were added. */
    List<Ask> withRoom(OrganizationId organizationId, LadderId ladderId) {
        List<Ask> asks = dsl.select(
                        ASKS.ASK_ID,
                        ASKS.POSITION,
                        ASKS.FAMILY,
                        ASKS.TITLE,
                        ASKS.WORDS,
                        ASKS.CAPACITY,
                        ASKS.COOLDOWN_DAYS)
                .from(ASKS)
                .where(ASKS.LADDER_ID.eq(ladderId), ASKS.ORGANIZATION_ID.eq(organizationId), ASKS.RETIRED_AT.isNull())
                .orderBy(ASKS.POSITION, ASKS.ASK_ID)
                .fetch(row -> new Ask(
                        row.get(ASKS.ASK_ID),
                        row.get(ASKS.POSITION),
                        row.get(ASKS.FAMILY),
                        row.get(ASKS.TITLE),
                        row.get(ASKS.WORDS),
                        Optional.ofNullable(row.get(ASKS.CAPACITY)),
                        row.get(ASKS.COOLDOWN_DAYS)));
        List<AskId> limited = asks.stream()
                .filter(ask -> ask.capacity().isPresent())
                .map(Ask::askId)
                .toList();
        Map<AskId, Integer> taken = limited.isEmpty() ? Map.of() : taken(organizationId, limited);
        return asks.stream()
                .filter(ask -> ask.capacity()
                        .map(most -> taken.getOrDefault(ask.askId(), 0) < most)
                        .orElse(true))
                .toList();
    }

    /** Whoever promised and has not been released or failed takes up room. */
    private Map<AskId, Integer> taken(OrganizationId organizationId, List<AskId> asks) {
        return dsl.select(COMMITMENTS.ASK_ID, DSL.count())
                .from(COMMITMENTS)
                .where(
                        COMMITMENTS.ASK_ID.in(asks),
                        COMMITMENTS.ORGANIZATION_ID.eq(organizationId),
                        COMMITMENTS.STATE.in(CommitmentState.PROMISED, CommitmentState.CONFIRMED, CommitmentState.KEPT))
                .groupBy(COMMITMENTS.ASK_ID)
                .fetchMap(COMMITMENTS.ASK_ID, DSL.count());
    }

    Condition ready(OrganizationId organizationId, LadderId ladderId, List<Ask> withRoom) {
        Instant now = clock.instant();
        Map<Integer, List<Ask>> byRung = withRoom.stream().collect(Collectors.groupingBy(Ask::position));
        List<Condition> rungs = new ArrayList<>();
        byRung.forEach((position, asks) -> rungs.add(STANDINGS
                .POSITION
                .eq(position.byteValue())
                .and(or(asks.stream().map(ask -> cooled(ask, now)).toList()))));
        if (rungs.isEmpty()) {
            return falseCondition();
        }
        return STANDINGS
                .ORGANIZATION_ID
                .eq(organizationId)
                .and(STANDINGS.LADDER_ID.eq(ladderId))
                .and(STANDINGS.LAST_ACTION_AT.ge(now.minus(RECENT)))
                .and(STANDINGS.RESTING_UNTIL_AT.isNull().or(STANDINGS.RESTING_UNTIL_AT.le(now)))
                .and(or(rungs))
                .and(notExists(selectOne()
                        .from(COMMITMENTS)
                        .where(
                                COMMITMENTS.SUPPORTER_ID.eq(STANDINGS.SUPPORTER_ID),
                                COMMITMENTS.STATE.in(CommitmentState.PROMISED, CommitmentState.CONFIRMED))))
                .and(notExists(selectOne()
                        .from(ASKINGS)
                        .where(ASKINGS.SUPPORTER_ID.eq(STANDINGS.SUPPORTER_ID), ASKINGS.OUTCOME.eq(AskOutcome.OPEN))));
    }

    private static Condition cooled(Ask ask, Instant now) {
        return notExists(selectOne()
                .from(ASKINGS)
                .where(
                        ASKINGS.SUPPORTER_ID.eq(STANDINGS.SUPPORTER_ID),
                        ASKINGS.ASK_ID.eq(ask.askId()),
                        ASKINGS.HAPPENED_AT.gt(now.minus(Duration.ofDays(ask.cooldownDays())))));
    }
}
