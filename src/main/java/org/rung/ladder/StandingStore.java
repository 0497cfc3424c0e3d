package org.rung.ladder;

import static org.rung.db.Tables.STANDINGS;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.rung.common.OrganizationId;
import org.rung.database.BulkInsert;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Repository;

/** Where people stand, as the last fold wrote it. */
@Repository
class StandingStore {
    private final DSLContext dsl;

    StandingStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * Whoever folds someone holds their row on this ladder until the end of the transaction. One statement that adds or
     * locks: "insert ignore" takes a shared lock first, and two of those wait for each other.
     */
    void hold(OrganizationId organizationId, LadderId ladderId, List<SupporterId> inOrder, Instant now) {
        var insert = dsl.insertInto(STANDINGS)
                .columns(
                        STANDINGS.LADDER_ID,
                        STANDINGS.SUPPORTER_ID,
                        STANDINGS.ORGANIZATION_ID,
                        STANDINGS.POSITION,
                        STANDINGS.HIGHEST,
                        STANDINGS.SINCE_AT);
        for (SupporterId supporterId : inOrder) {
            insert = insert.values(ladderId, supporterId, organizationId, (byte) 1, (byte) 1, now);
        }
        dsl.query("{0} on duplicate key update organization_id = values(organization_id)", insert)
                .execute();
    }

    /** As {@link #hold}, for many who as a rule have their row; those who have none. */
    List<SupporterId> holdKnown(OrganizationId organizationId, LadderId ladderId, List<SupporterId> inOrder) {
        if (inOrder.isEmpty()) {
            return List.of();
        }
        Set<SupporterId> known = new HashSet<>(dsl.select(STANDINGS.SUPPORTER_ID)
                .from(STANDINGS)
                .where(
                        STANDINGS.LADDER_ID.eq(ladderId),
                        STANDINGS.SUPPORTER_ID.in(inOrder),
                        STANDINGS.ORGANIZATION_ID.eq(organizationId))
                .orderBy(STANDINGS.SUPPORTER_ID)
                .forUpdate()
                .fetch(STANDINGS.SUPPORTER_ID));
        return inOrder.stream().filter(who -> !known.contains(who)).toList();
    }

    /** Those whose stored standing says something else, or who have none. */
    List<Stood> otherwise(OrganizationId organizationId, List<Stood> stood) {
        Map<Place, List<Object>> stored = new HashMap<>();
        Set<SupporterId> people = stood.stream().map(Stood::supporterId).collect(Collectors.toSet());
        dsl.select(
                        STANDINGS.LADDER_ID,
                        STANDINGS.SUPPORTER_ID,
                        STANDINGS.POSITION,
                        STANDINGS.HIGHEST,
                        STANDINGS.SINCE_AT,
                        STANDINGS.CAUSE,
                        STANDINGS.LAST_ACTION_AT,
                        STANDINGS.SLIPPING_AT,
                        STANDINGS.FALLS_AT,
                        STANDINGS.PROPOSED_POSITION,
                        STANDINGS.PROPOSED_AT,
                        STANDINGS.PROPOSED_UNTIL_AT)
                .from(STANDINGS)
                .where(STANDINGS.SUPPORTER_ID.in(people), STANDINGS.ORGANIZATION_ID.eq(organizationId))
                .forEach(row -> stored.put(
                        new Place(row.value1(), row.value2()),
                        Arrays.asList(row.intoArray()).subList(2, 12)));
        return stood.stream()
                .filter(one -> !values(one).equals(stored.get(new Place(one.ladderId(), one.supporterId()))))
                .toList();
    }

    record Place(LadderId ladderId, SupporterId supporterId) {}

    private static List<Object> values(Stood stood) {
        Climb.Stand stand = stood.stand();
        return Arrays.asList(
                (byte) stand.position(),
                (byte) stand.highest(),
                stand.since(),
                stand.cause().text(),
                stand.lastAction().orElse(null),
                stand.slippingAt().orElse(null),
                stand.fallsAt().orElse(null),
                stand.proposed().map(one -> (byte) one.position()).orElse(null),
                stand.proposed().map(Climb.Proposed::at).orElse(null),
                stand.proposed().map(Climb.Proposed::until).orElse(null));
    }

    record Stood(LadderId ladderId, SupporterId supporterId, Climb.Stand stand) {}

    /** Locks and rests stay as they are. */
    void write(OrganizationId organizationId, List<Stood> standings) {
        dsl.connection(connection -> BulkInsert.send(
                connection,
                "insert into standings (ladder_id, supporter_id, organization_id, position, highest, since_at, cause,"
                        + " last_action_at, slipping_at, falls_at, proposed_position, proposed_at, proposed_until_at)"
                        + " values ",
                standings,
                (row, stood) -> {
                    Climb.Stand stand = stood.stand();
                    Optional<Climb.Proposed> proposed = stand.proposed();
                    row.number(stood.ladderId().value())
                            .number(stood.supporterId().value())
                            .number(organizationId.value())
                            .number((long) stand.position())
                            .number((long) stand.highest())
                            .instant(stand.since())
                            .words(stand.cause().text())
                            .same(time(stand.lastAction()))
                            .same(time(stand.slippingAt()))
                            .same(time(stand.fallsAt()))
                            .number(proposed.map(one -> (long) one.position()).orElse(null))
                            .same(time(proposed.map(Climb.Proposed::at)))
                            .same(time(proposed.map(Climb.Proposed::until)));
                },
                " on duplicate key update position = values(position), highest = values(highest),"
                        + " since_at = values(since_at), cause = values(cause), last_action_at = values(last_action_at),"
                        + " slipping_at = values(slipping_at), falls_at = values(falls_at),"
                        + " proposed_position = values(proposed_position), proposed_at = values(proposed_at),"
                        + " proposed_until_at = values(proposed_until_at)"));
    }

    private static String time(Optional<Instant> at) {
        return at.map(BulkInsert::literal).orElse("null");
    }

    /** A row of a standing, before its rung has a name. */
    record Row(
            LadderId ladderId,
            SupporterId supporterId,
            int position,
            int highest,
            Instant since,
            Reason cause,
            Optional<Instant> slippingAt,
            Optional<Instant> fallsAt,
            Optional<String> lockReason,
            Optional<Instant> lockedUntil) {}

    List<Row> rows(OrganizationId organizationId, Collection<SupporterId> supporters) {
        return dsl.select(
                        STANDINGS.LADDER_ID,
                        STANDINGS.SUPPORTER_ID,
                        STANDINGS.POSITION,
                        STANDINGS.HIGHEST,
                        STANDINGS.SINCE_AT,
                        STANDINGS.CAUSE,
                        STANDINGS.SLIPPING_AT,
                        STANDINGS.FALLS_AT,
                        STANDINGS.LOCK_REASON,
                        STANDINGS.LOCKED_UNTIL_AT)
                .from(STANDINGS)
                .where(STANDINGS.SUPPORTER_ID.in(supporters), STANDINGS.ORGANIZATION_ID.eq(organizationId))
                .fetch(StandingStore::row);
    }

    private static Row row(Record row) {
        return new Row(
                row.get(STANDINGS.LADDER_ID),
                row.get(STANDINGS.SUPPORTER_ID),
                row.get(STANDINGS.POSITION),
                row.get(STANDINGS.HIGHEST),
                row.get(STANDINGS.SINCE_AT),
                Reason.read(row.get(STANDINGS.CAUSE)),
                Optional.ofNullable(row.get(STANDINGS.SLIPPING_AT)),
                Optional.ofNullable(row.get(STANDINGS.FALLS_AT)),
                Optional.ofNullable(row.get(STANDINGS.LOCK_REASON)),
                Optional.ofNullable(row.get(STANDINGS.LOCKED_UNTIL_AT)));
    }

    /** Their row is there: whoever rests has been held first. */
    void rest(OrganizationId organizationId, LadderId ladderId, Collection<SupporterId> supporters, Instant until) {
        dsl.update(STANDINGS)
                .set(STANDINGS.RESTING_UNTIL_AT, until)
                .where(
                        STANDINGS.LADDER_ID.eq(ladderId),
                        STANDINGS.SUPPORTER_ID.in(supporters),
                        STANDINGS.ORGANIZATION_ID.eq(organizationId))
                .execute();
    }

    void endRest(OrganizationId organizationId, LadderId ladderId, SupporterId supporterId, Instant until) {
        dsl.update(STANDINGS)
                .setNull(STANDINGS.RESTING_UNTIL_AT)
                .where(
                        STANDINGS.LADDER_ID.eq(ladderId),
                        STANDINGS.SUPPORTER_ID.eq(supporterId),
                        STANDINGS.ORGANIZATION_ID.eq(organizationId),
                        STANDINGS.RESTING_UNTIL_AT.eq(until))
                .execute();
    }

    record Due(OrganizationId organizationId, SupporterId supporterId) {}

    /** Of the organization's people with a standing, those after that one by their ids. */
    List<SupporterId> after(OrganizationId organizationId, LadderId ladderId, SupporterId after, int limit) {
        return dsl.select(STANDINGS.SUPPORTER_ID)
                .from(STANDINGS)
                .where(
                        STANDINGS.LADDER_ID.eq(ladderId),
                        STANDINGS.SUPPORTER_ID.gt(after),
                        STANDINGS.ORGANIZATION_ID.eq(organizationId))
                .orderBy(STANDINGS.SUPPORTER_ID)
                .limit(limit)
                .fetch(STANDINGS.SUPPORTER_ID);
    }

    long count(OrganizationId organizationId, LadderId ladderId) {
        return dsl.fetchCount(
                STANDINGS, STANDINGS.LADDER_ID.eq(ladderId), STANDINGS.ORGANIZATION_ID.eq(organizationId));
    }

    /** Of every organization; those who wait longest first. */
    List<Due> falling(Instant now, int limit) {
        return dsl.select(STANDINGS.ORGANIZATION_ID, STANDINGS.SUPPORTER_ID)
                .from(STANDINGS)
                .where(STANDINGS.FALLS_AT.le(now))
                .orderBy(STANDINGS.FALLS_AT)
                .limit(limit)
                .fetch(row -> new Due(row.get(STANDINGS.ORGANIZATION_ID), row.get(STANDINGS.SUPPORTER_ID)));
    }
}
