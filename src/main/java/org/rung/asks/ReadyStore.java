package org.rung.asks;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.selectOne;
import static org.rung.db.Tables.ASKINGS;
import static org.rung.db.Tables.COMMITMENTS;
import static org.rung.db.Tables.STANDINGS;
import static org.rung.db.Tables.SUPPORTERS;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.rung.commitments.CommitmentState;
import org.rung.common.OrganizationId;
import org.rung.ladder.LadderId;
import org.springframework.stereotype.Repository;

/** Who is ready for the next ask, as one condition on standings: the board, the filter and the desk must agree. */
@Repository
class ReadyStore {
    static final Duration RECENT = Duration.ofDays(30);
    private final Clock clock;

    ReadyStore(Clock clock) {
        this.clock = clock;
    }

    Condition ready(OrganizationId organizationId, LadderId ladderId, List<Ask> withRoom) {
        Instant now = clock.instant();
        Map<Integer, List<Ask>> byRung = new HashMap<>();
        withRoom.forEach(ask -> ask.positions()
                .forEach(position -> byRung.computeIfAbsent(position, id -> new ArrayList<>())
                        .add(ask)));
        List<Condition> rungs = new ArrayList<>();
        byRung.forEach((position, asks) -> rungs.add(STANDINGS
                .POSITION
                .eq(position.byteValue())
                .and(or(asks.stream().map(ask -> cooled(ask, now)).toList()))));
        if (rungs.isEmpty()) {
            return falseCondition();
        }
        return free(organizationId, ladderId, now)
                .and(STANDINGS.LAST_ACTION_AT.ge(now.minus(RECENT)))
                .and(or(rungs));
    }

    /** Whose rung is running out, and whom nothing else keeps from being asked back. */
    Condition slipping(OrganizationId organizationId, LadderId ladderId) {
        Instant now = clock.instant();
        return free(organizationId, ladderId, now).and(STANDINGS.SLIPPING_AT.le(now));
    }

    /** Not resting, with no open promise and no open ask. */
    private static Condition free(OrganizationId organizationId, LadderId ladderId, Instant now) {
        return STANDINGS
                .ORGANIZATION_ID
                .eq(organizationId)
                .and(STANDINGS.LADDER_ID.eq(ladderId))
                .and(STANDINGS.RESTING_UNTIL_AT.isNull().or(STANDINGS.RESTING_UNTIL_AT.le(now)))
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
        Condition speaks = ask.languages().isEmpty()
                ? noCondition()
                : exists(selectOne()
                        .from(SUPPORTERS)
                        .where(
                                SUPPORTERS.SUPPORTER_ID.eq(STANDINGS.SUPPORTER_ID),
                                SUPPORTERS.LANGUAGE.in(ask.languages())));
        return speaks.and(notExists(selectOne()
                .from(ASKINGS)
                .where(
                        ASKINGS.SUPPORTER_ID.eq(STANDINGS.SUPPORTER_ID),
                        ASKINGS.ASK_ID.eq(ask.askId()),
                        ASKINGS.HAPPENED_AT.gt(now.minus(Duration.ofDays(ask.cooldownDays()))))));
    }
}
