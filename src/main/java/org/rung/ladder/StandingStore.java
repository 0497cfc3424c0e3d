package org.rung.ladder;

import static org.rung.db.Tables.LOCKS;
import static org.rung.db.Tables.MOVES;
import static org.rung.db.Tables.STANDINGS;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Repository;

/** Standings, moves and locks. */
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

    record Stood(LadderId ladderId, SupporterId supporterId, Climb.Stand stand) {}

    /** Locks and rests stay as they are. */
    void write(OrganizationId organizationId, List<Stood> standings) {
        var insert = dsl.insertInto(STANDINGS)
                .columns(
                        STANDINGS.LADDER_ID,
                        STANDINGS.SUPPORTER_ID,
                        STANDINGS.ORGANIZATION_ID,
                        STANDINGS.POSITION,
                        STANDINGS.HIGHEST,
                        STANDINGS.SINCE_AT,
                        STANDINGS.CAUSE,
                        STANDINGS.LAST_ACTION_AT,
                        STANDINGS.SLIPPING_AT,
                        STANDINGS.FALLS_AT);
        for (Stood stood : standings) {
            Climb.Stand stand = stood.stand();
            insert = insert.values(
                    stood.ladderId(),
                    stood.supporterId(),
                    organizationId,
                    (byte) stand.position(),
                    (byte) stand.highest(),
                    stand.since(),
                    stand.cause().text(),
                    stand.lastAction().orElse(null),
                    stand.slippingAt().orElse(null),
                    stand.fallsAt().orElse(null));
        }
        dsl.query(
                        "{0} on duplicate key update position = values(position), highest = values(highest), since_at = values(since_at),"
                                + " cause = values(cause), last_action_at = values(last_action_at), slipping_at = values(slipping_at), falls_at = values(falls_at)",
                        insert)
                .execute();
    }

    /** A move that counts; evidence as its ids. */
    record Stored(
            long moveId,
            LadderId ladderId,
            SupporterId supporterId,
            int from,
            int to,
            MoveCause cause,
            Instant at,
            String reason,
            List<String> evidence) {}

    List<Stored> moves(OrganizationId organizationId, Collection<SupporterId> supporters) {
        return dsl.select(
                        MOVES.MOVE_ID,
                        MOVES.LADDER_ID,
                        MOVES.SUPPORTER_ID,
                        MOVES.FROM_POSITION,
                        MOVES.TO_POSITION,
                        MOVES.CAUSE,
                        MOVES.HAPPENED_AT,
                        MOVES.REASON,
                        MOVES.EVIDENCE)
                .from(MOVES)
                .where(
                        MOVES.SUPPORTER_ID.in(supporters),
                        MOVES.ORGANIZATION_ID.eq(organizationId),
                        MOVES.VOIDED_AT.isNull())
                .fetch(row -> new Stored(
                        row.get(MOVES.MOVE_ID),
                        row.get(MOVES.LADDER_ID),
                        row.get(MOVES.SUPPORTER_ID),
                        row.get(MOVES.FROM_POSITION),
                        row.get(MOVES.TO_POSITION),
                        row.get(MOVES.CAUSE),
                        row.get(MOVES.HAPPENED_AT),
                        row.get(MOVES.REASON),
                        ProofText.read(row.get(MOVES.EVIDENCE)).stream()
                                .map(Proof::id)
                                .toList()));
    }

    record Made(LadderId ladderId, SupporterId supporterId, Move move) {}

    void addMoves(OrganizationId organizationId, List<Made> moves, Instant now) {
        var insert = dsl.insertInto(MOVES)
                .columns(
                        MOVES.MOVE_ID,
                        MOVES.ORGANIZATION_ID,
                        MOVES.LADDER_ID,
                        MOVES.SUPPORTER_ID,
                        MOVES.FROM_POSITION,
                        MOVES.TO_POSITION,
                        MOVES.CAUSE,
                        MOVES.REASON,
                        MOVES.EVIDENCE,
                        MOVES.ACTION_ID,
                        MOVES.MEMBER_ID,
                        MOVES.ACTOR_KIND,
                        MOVES.ACTOR_ID,
                        MOVES.HAPPENED_AT,
                        MOVES.RECORDED_AT);
        for (Made made : moves) {
            Move move = made.move();
            Optional<Fact.Done> action = move.trigger()
                    .flatMap(fact -> fact instanceof Fact.Done done ? Optional.of(done) : Optional.empty());
            Optional<MemberId> credited = move.trigger()
                    .flatMap(fact ->
                            fact instanceof Fact.Kept kept ? kept.credited() : action.flatMap(Fact.Done::credited));
            insert = insert.values(
                    Id.next(),
                    organizationId,
                    made.ladderId(),
                    made.supporterId(),
                    (byte) move.from(),
                    (byte) move.to(),
                    move.cause(),
                    "",
                    ProofText.write(move.evidence()),
                    action.map(Fact.Done::actionId).orElse(null),
                    credited.orElse(null),
                    action.map(Fact.Done::actorKind).orElse("SYSTEM"),
                    action.flatMap(Fact.Done::actorId).orElse(null),
                    move.at(),
                    now);
        }
        insert.execute();
    }

    void voidMoves(OrganizationId organizationId, Collection<Long> moves, String reason, Instant now) {
        dsl.update(MOVES)
                .set(MOVES.VOIDED_AT, now)
                .set(MOVES.VOID_REASON, reason)
                .where(MOVES.ORGANIZATION_ID.eq(organizationId), MOVES.MOVE_ID.in(moves))
                .execute();
    }

    void addByHand(
            Actor actor, LadderId ladderId, SupporterId supporterId, int from, int to, String reason, Instant now) {
        dsl.insertInto(MOVES)
                .columns(
                        MOVES.MOVE_ID,
                        MOVES.ORGANIZATION_ID,
                        MOVES.LADDER_ID,
                        MOVES.SUPPORTER_ID,
                        MOVES.FROM_POSITION,
                        MOVES.TO_POSITION,
                        MOVES.CAUSE,
                        MOVES.REASON,
                        MOVES.ACTOR_KIND,
                        MOVES.ACTOR_ID,
                        MOVES.HAPPENED_AT,
                        MOVES.RECORDED_AT)
                .values(
                        Id.next(),
                        actor.organization(),
                        ladderId,
                        supporterId,
                        (byte) from,
                        (byte) to,
                        MoveCause.HAND,
                        reason,
                        actor.kind(),
                        actor.id().orElse(null),
                        now,
                        now)
                .execute();
    }

    /** A time in which someone was held; still is when it has no end. */
    record Held(long lockId, LadderId ladderId, SupporterId supporterId, Instant from, Optional<Instant> until) {}

    List<Held> locks(OrganizationId organizationId, Collection<SupporterId> supporters) {
        return dsl.select(LOCKS.LOCK_ID, LOCKS.LADDER_ID, LOCKS.SUPPORTER_ID, LOCKS.LOCKED_AT, LOCKS.UNLOCKED_AT)
                .from(LOCKS)
                .where(LOCKS.SUPPORTER_ID.in(supporters), LOCKS.ORGANIZATION_ID.eq(organizationId))
                .fetch(row -> new Held(
                        row.get(LOCKS.LOCK_ID),
                        row.get(LOCKS.LADDER_ID),
                        row.get(LOCKS.SUPPORTER_ID),
                        row.get(LOCKS.LOCKED_AT),
                        Optional.ofNullable(row.get(LOCKS.UNLOCKED_AT))));
    }

    /** False when they are held already; their row is held by the caller. */
    boolean lock(Actor actor, LadderId ladderId, SupporterId supporterId, String reason, Instant now) {
        int locked = dsl.update(STANDINGS)
                .set(STANDINGS.LOCKED_AT, now)
                .set(STANDINGS.LOCK_REASON, reason)
                .where(
                        STANDINGS.LADDER_ID.eq(ladderId),
                        STANDINGS.SUPPORTER_ID.eq(supporterId),
                        STANDINGS.ORGANIZATION_ID.eq(actor.organization()),
                        STANDINGS.LOCKED_AT.isNull())
                .execute();
        if (locked == 1) {
            dsl.insertInto(LOCKS)
                    .columns(
                            LOCKS.LOCK_ID,
                            LOCKS.ORGANIZATION_ID,
                            LOCKS.LADDER_ID,
                            LOCKS.SUPPORTER_ID,
                            LOCKS.MEMBER_ID,
                            LOCKS.REASON,
                            LOCKS.LOCKED_AT)
                    .values(
                            Id.next(),
                            actor.organization(),
                            ladderId,
                            supporterId,
                            actor.member().orElse(null),
                            reason,
                            now)
                    .execute();
        }
        return locked == 1;
    }

    void unlock(OrganizationId organizationId, LadderId ladderId, SupporterId supporterId, Instant now) {
        dsl.update(STANDINGS)
                .setNull(STANDINGS.LOCKED_AT)
                .setNull(STANDINGS.LOCK_REASON)
                .where(
                        STANDINGS.LADDER_ID.eq(ladderId),
                        STANDINGS.SUPPORTER_ID.eq(supporterId),
                        STANDINGS.ORGANIZATION_ID.eq(organizationId))
                .execute();
        dsl.update(LOCKS)
                .set(LOCKS.UNLOCKED_AT, now)
                .where(
                        LOCKS.SUPPORTER_ID.eq(supporterId),
                        LOCKS.LADDER_ID.eq(ladderId),
                        LOCKS.ORGANIZATION_ID.eq(organizationId),
                        LOCKS.UNLOCKED_AT.isNull())
                .execute();
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
            Optional<String> lockReason) {}

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
                        STANDINGS.LOCK_REASON)
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
                Optional.ofNullable(row.get(STANDINGS.LOCK_REASON)));
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

    record Due(OrganizationId organizationId, SupporterId supporterId) {}

    /** Of every organization; those who wait longest first. */
    List<Due> falling(Instant now, int limit) {
        return dsl.select(STANDINGS.ORGANIZATION_ID, STANDINGS.SUPPORTER_ID)
                .from(STANDINGS)
                .where(STANDINGS.FALLS_AT.le(now))
                .orderBy(STANDINGS.FALLS_AT)
                .limit(limit)
                .fetch(row -> new Due(row.get(STANDINGS.ORGANIZATION_ID), row.get(STANDINGS.SUPPORTER_ID)));
    }

    /** Newest first, with those that were voided. */
    List<MoveRow> movesBefore(OrganizationId organizationId, SupporterId supporterId, Instant before, int limit) {
        return dsl.select(
                        MOVES.LADDER_ID,
                        MOVES.FROM_POSITION,
                        MOVES.TO_POSITION,
                        MOVES.CAUSE,
                        MOVES.REASON,
                        MOVES.EVIDENCE,
                        MOVES.HAPPENED_AT,
                        MOVES.ACTOR_KIND,
                        MOVES.ACTOR_ID,
                        MOVES.VOID_REASON)
                .from(MOVES)
                .where(
                        MOVES.SUPPORTER_ID.eq(supporterId),
                        MOVES.ORGANIZATION_ID.eq(organizationId),
                        MOVES.HAPPENED_AT.lt(before))
                .orderBy(MOVES.HAPPENED_AT.desc(), MOVES.MOVE_ID.desc())
                .limit(limit)
                .fetch(row -> new MoveRow(
                        row.get(MOVES.LADDER_ID),
                        row.get(MOVES.FROM_POSITION),
                        row.get(MOVES.TO_POSITION),
                        row.get(MOVES.CAUSE),
                        row.get(MOVES.REASON),
                        ProofText.read(row.get(MOVES.EVIDENCE)),
                        row.get(MOVES.HAPPENED_AT),
                        "MEMBER".equals(row.get(MOVES.ACTOR_KIND)) && row.get(MOVES.CAUSE) == MoveCause.HAND
                                ? Optional.ofNullable(row.get(MOVES.ACTOR_ID)).map(MemberId::new)
                                : Optional.empty(),
                        Optional.ofNullable(row.get(MOVES.VOID_REASON))));
    }
}
