package org.rung.asks;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.rung.db.Tables.MOVES;
import static org.rung.db.Tables.STANDINGS;
import static org.rung.db.Tables.SUPPORTERS;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;
import org.rung.ladder.LadderId;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Repository;

/** The numbers of the board: each one group by over an index that holds all it needs. */
@Repository
class BoardStore {
    private final DSLContext dsl;
    private final ReadyStore ready;

    BoardStore(DSLContext dsl, ReadyStore ready) {
        this.dsl = dsl;
        this.ready = ready;
    }

    /** Everyone the organization knows. */
    long supporters(OrganizationId organizationId) {
        return dsl.selectCount()
                .from(SUPPORTERS)
                .where(SUPPORTERS.ORGANIZATION_ID.eq(organizationId))
                .fetchSingle()
                .value1();
    }

    /** Those above the lowest rung, by position. */
    Map<Integer, Long> standing(OrganizationId organizationId, LadderId ladderId) {
        Map<Integer, Long> people = new HashMap<>();
        dsl.select(STANDINGS.POSITION, count())
                .from(STANDINGS)
                .where(
                        STANDINGS.ORGANIZATION_ID.eq(organizationId),
                        STANDINGS.LADDER_ID.eq(ladderId),
                        STANDINGS.POSITION.gt((byte) 1))
                .groupBy(STANDINGS.POSITION)
                .forEach(row -> people.put(row.value1().intValue(), row.value2().longValue()));
        return people;
    }

    /** So many moves from one rung to another. */
    record Moved(int from, int to, long moves) {}

    List<Moved> moved(OrganizationId organizationId, LadderId ladderId, Instant from, Instant until) {
        return dsl.select(MOVES.FROM_POSITION, MOVES.TO_POSITION, count())
                .from(MOVES)
                .where(between(organizationId, ladderId, from, until))
                .groupBy(MOVES.FROM_POSITION, MOVES.TO_POSITION)
                .fetch(row -> new Moved(row.value1(), row.value2(), row.value3()));
    }

    private static Condition between(OrganizationId organizationId, LadderId ladderId, Instant from, Instant until) {
        return MOVES.ORGANIZATION_ID
                .eq(organizationId)
                .and(MOVES.LADDER_ID.eq(ladderId))
                .and(MOVES.HAPPENED_AT.gt(from))
                .and(MOVES.HAPPENED_AT.le(until))
                .and(MOVES.VOIDED_AT.isNull());
    }

    /** Who moved most people up; names are told by the front door. */
    List<Board.Mover> movers(OrganizationId organizationId, LadderId ladderId, Instant from, Instant until, int limit) {
        return dsl.select(MOVES.MEMBER_ID, count(), countDistinct(MOVES.SUPPORTER_ID))
                .from(MOVES)
                .where(
                        between(organizationId, ladderId, from, until),
                        MOVES.MEMBER_ID.isNotNull(),
                        MOVES.TO_POSITION.gt(MOVES.FROM_POSITION))
                .groupBy(MOVES.MEMBER_ID)
                .orderBy(count().desc(), MOVES.MEMBER_ID)
                .limit(limit)
                .fetch(row -> new Board.Mover(row.value1(), "", row.value2(), row.value3()));
    }

    Map<Integer, Long> ready(OrganizationId organizationId, LadderId ladderId, List<Ask> withRoom) {
        Map<Integer, Long> people = new HashMap<>();
        dsl.select(STANDINGS.POSITION, count())
                .from(STANDINGS)
                .where(ready.ready(organizationId, ladderId, withRoom))
                .groupBy(STANDINGS.POSITION)
                .forEach(row -> people.put(row.value1().intValue(), row.value2().longValue()));
        return people;
    }

    /** About to fall. */
    long slipping(OrganizationId organizationId, LadderId ladderId, Instant now) {
        return dsl.selectCount()
                .from(STANDINGS)
                .where(
                        STANDINGS.ORGANIZATION_ID.eq(organizationId),
                        STANDINGS.LADDER_ID.eq(ladderId),
                        STANDINGS.SLIPPING_AT.le(now))
                .fetchSingle()
                .value1();
    }

    /** Someone ready, before their name and ask are known. */
    record Ready(SupporterId supporterId, int position, Instant lastAction, String name) {}

    /** The latest action first; after: where the page before ended. */
    List<Ready> readyPage(
            OrganizationId organizationId,
            LadderId ladderId,
            int position,
            List<Ask> withRoom,
            Optional<String> after,
            int limit) {
        List<Condition> conditions = new ArrayList<>(List.of(ready.ready(organizationId, ladderId, withRoom)));
        // An ask may be for several rungs.
        if (position > 0) conditions.add(STANDINGS.POSITION.eq((byte) position));
        after.map(Mark::read)
                .ifPresent(mark -> conditions.add(STANDINGS
                        .LAST_ACTION_AT
                        .lt(mark.at())
                        .or(STANDINGS
                                .LAST_ACTION_AT
                                .eq(mark.at())
                                .and(STANDINGS.SUPPORTER_ID.lt(mark.supporterId())))));
        return dsl.select(
                        STANDINGS.SUPPORTER_ID,
                        STANDINGS.POSITION,
                        STANDINGS.LAST_ACTION_AT,
                        SUPPORTERS.FIRST_NAME,
                        SUPPORTERS.LAST_NAME)
                .from(STANDINGS)
                .join(SUPPORTERS)
                .on(SUPPORTERS.SUPPORTER_ID.eq(STANDINGS.SUPPORTER_ID))
                .where(DSL.and(conditions))
                .orderBy(STANDINGS.LAST_ACTION_AT.desc(), STANDINGS.SUPPORTER_ID.desc())
                .limit(limit)
                .fetch(row -> new Ready(
                        row.value1(), row.value2(), row.value3(), (row.value4() + " " + row.value5()).strip()));
    }

    /** Where a page of the ready ended. */
    record Mark(Instant at, SupporterId supporterId) {
        String text() {
            return at + "_" + supporterId.text();
        }

        static Mark read(String text) {
            int split = text.indexOf('_');
            if (split < 0) {
                throw new Problem.Invalid("after", "problem.not-a-page");
            }
            try {
                return new Mark(
                        Instant.parse(text.substring(0, split)),
                        new SupporterId(Id.parse("after", text.substring(split + 1))));
            } catch (DateTimeParseException e) {
                throw new Problem.Invalid("after", "problem.not-a-page");
            }
        }
    }
}
