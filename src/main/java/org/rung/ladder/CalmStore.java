package org.rung.ladder;

import static org.jooq.impl.DSL.select;
import static org.rung.db.Tables.ACTIONS;
import static org.rung.db.Tables.STANDINGS;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.rung.actions.ActionId;
import org.rung.common.OrganizationId;
import org.rung.people.SupporterId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

/** The standing of someone whose newest action no rule asks for: all that changes is when they last did something. */
@Repository
class CalmStore {
    private final DSLContext dsl;

    CalmStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** The only new action of someone. */
    record Done(ActionId actionId, SupporterId supporterId, Instant at) {}

    /** Of those who did something, whose standings now end with it and are otherwise as they were. */
    Set<SupporterId> settle(OrganizationId organizationId, LadderId ladderId, List<Done> done, Instant now) {
        Set<SupporterId> settled = new HashSet<>();
        // Those who did something in the same instant are written together: as a rule all of them.
        done.stream()
                .sorted(Comparator.comparing(one -> one.supporterId().value()))
                .collect(Collectors.groupingBy(Done::at))
                .forEach((at, each) -> settled.addAll(settle(organizationId, ladderId, each, at, now)));
        return settled;
    }

    private Set<SupporterId> settle(
            OrganizationId organizationId, LadderId ladderId, List<Done> done, Instant at, Instant now) {
        Map<SupporterId, Stands> standing =
                standing(organizationId, done.stream().map(Done::supporterId).toList(), at, now);
        List<Done> beginners = done.stream()
                .filter(one -> !standing.containsKey(one.supporterId()))
                .toList();
        standing.values().removeIf(stands -> !stands.calm());
        Set<SupporterId> settled = new HashSet<>();
        if (begin(organizationId, ladderId, beginners, at)) {
            beginners.forEach(one -> settled.add(one.supporterId()));
        }
        int rows = standing.values().stream().mapToInt(Stands::rows).sum();
        if (touch(organizationId, standing.keySet(), at, now) == rows) {
            settled.addAll(standing.keySet());
        }
        return settled;
    }

    /** On how many ladders someone stands, and whether what they did now leaves them where they are on all of these. */
    record Stands(int rows, boolean calm) {
        Stands and(Stands other) {
            return new Stands(rows + other.rows, calm && other.calm);
        }
    }

    /** In order, so that two who touch the same people do not wait for each other. */
    private Map<SupporterId, Stands> standing(
            OrganizationId organizationId, List<SupporterId> people, Instant at, Instant now) {
        Map<SupporterId, Stands> standing = new TreeMap<>(Comparator.comparing(SupporterId::value));
        if (!people.isEmpty()) {
            dsl.select(STANDINGS.SUPPORTER_ID, STANDINGS.SINCE_AT, STANDINGS.LAST_ACTION_AT, STANDINGS.FALLS_AT)
                    .from(STANDINGS)
                    .where(STANDINGS.SUPPORTER_ID.in(people), STANDINGS.ORGANIZATION_ID.eq(organizationId))
                    .forEach(row -> {
                        Instant last = row.value3();
                        Instant falls = row.value4();
                        // It comes after all that is known, and no fall is due.
                        boolean calm = last != null
                                && !last.isAfter(at)
                                && !row.value2().isAfter(at)
                                && (falls == null || falls.isAfter(now));
                        standing.merge(row.value1(), new Stands(1, calm), Stands::and);
                    });
        }
        return standing;
    }

    /** How many standings now end with this; the conditions again, since nobody held them before. */
    private int touch(OrganizationId organizationId, Collection<SupporterId> people, Instant at, Instant now) {
        return people.isEmpty()
                ? 0
                : dsl.update(STANDINGS)
                        .set(STANDINGS.LAST_ACTION_AT, at)
                        .where(
                                STANDINGS.SUPPORTER_ID.in(people),
                                STANDINGS.ORGANIZATION_ID.eq(organizationId),
                                STANDINGS.LAST_ACTION_AT.le(at),
                                STANDINGS.SINCE_AT.le(at),
                                STANDINGS.FALLS_AT.isNull().or(STANDINGS.FALLS_AT.gt(now)))
                        .execute();
    }

    /**
     * The first thing they ever did; false when some of them did something before, or have a standing by now. Asked by
     * constants: a join would trust what the server believes of a table that was empty a moment ago.
     */
    private boolean begin(OrganizationId organizationId, LadderId ladderId, List<Done> first, Instant at) {
        if (first.isEmpty()) {
            return true;
        }
        boolean before = dsl.fetchExists(select(ACTIONS.ACTION_ID)
                .from(ACTIONS)
                .where(ACTIONS.SUPPORTER_ID.in(
                        first.stream().map(Done::supporterId).toList()))
                .and(ACTIONS.ACTION_ID.notIn(first.stream().map(Done::actionId).toList())));
        if (before) {
            return false;
        }
        var insert = dsl.insertInto(
                STANDINGS,
                STANDINGS.LADDER_ID,
                STANDINGS.SUPPORTER_ID,
                STANDINGS.ORGANIZATION_ID,
                STANDINGS.POSITION,
                STANDINGS.HIGHEST,
                STANDINGS.SINCE_AT,
                STANDINGS.CAUSE,
                STANDINGS.LAST_ACTION_AT);
        for (Done one : first) {
            insert = insert.values(
                    ladderId, one.supporterId(), organizationId, (byte) 1, (byte) 1, at, Reason.NOTHING.text(), at);
        }
        try {
            insert.execute();
            return true;
        } catch (DuplicateKeyException other) {
            return false;
        }
    }
}
