package org.rung.ladder;

import static org.rung.db.Tables.LOCKS;
import static org.rung.db.Tables.MOVES;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.rung.database.Owned;
import org.rung.people.Estate;
import org.rung.people.HandedOver;
import org.rung.people.Pair;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Repository;

/** The moves of two who are one, and the times in which they were held. */
@Repository
class MoveBelongingsStore {
    private static final String MOVE = "move";
    /** One that counted, of either: the fold of both voids what no longer holds, and it holds again when they part. */
    private static final String COUNTED = "move-counted";

    private static final String LOCK = "lock";

    private final DSLContext db;
    private final Owned<SupporterId> moves = new Owned<>(MOVES.MOVE_ID, MOVES.SUPPORTER_ID);
    private final Owned<SupporterId> locks = new Owned<>(LOCKS.LOCK_ID, LOCKS.SUPPORTER_ID);

    MoveBelongingsStore(DSLContext db) {
        this.db = db;
    }

    List<HandedOver> handOver(Pair pair) {
        var counted = db.select(MOVES.MOVE_ID)
                .from(MOVES)
                .where(MOVES.ORGANIZATION_ID.eq(pair.organizationId()))
                .and(MOVES.SUPPORTER_ID.in(pair.both()))
                .and(MOVES.VOIDED_AT.isNull())
                .fetch(MOVES.MOVE_ID);
        var here = MOVES.ORGANIZATION_ID.eq(pair.organizationId());
        return Stream.of(
                        HandedOver.all(COUNTED, counted),
                        HandedOver.all(MOVE, moves.handOver(db, here, pair.gone(), pair.kept())),
                        HandedOver.all(
                                LOCK,
                                locks.handOver(
                                        db, LOCKS.ORGANIZATION_ID.eq(pair.organizationId()), pair.gone(), pair.kept())))
                .flatMap(List::stream)
                .toList();
    }

    /** What ceased to hold since then for another reason, and what still holds of the time as one, is for the next fold to say. */
    void giveBack(Pair pair, Estate estate, Instant now) {
        var here = MOVES.ORGANIZATION_ID.eq(pair.organizationId());
        db.update(MOVES)
                .set(MOVES.VOIDED_AT, now)
                .set(MOVES.VOID_REASON, MoveChanges.WHY)
                .where(here, MOVES.SUPPORTER_ID.eq(pair.kept()), MOVES.CAUSE.ne(MoveCause.HAND))
                .and(MOVES.MOVE_ID.notIn(estate.rows(COUNTED)))
                .and(MOVES.VOIDED_AT.isNull())
                .execute();
        moves.give(db, here, estate.rows(MOVE), pair.kept(), pair.gone());
        locks.give(db, LOCKS.ORGANIZATION_ID.eq(pair.organizationId()), estate.rows(LOCK), pair.kept(), pair.gone());
        db.update(MOVES)
                .setNull(MOVES.VOIDED_AT)
                .setNull(MOVES.VOID_REASON)
                .where(here, MOVES.MOVE_ID.in(estate.rows(COUNTED)), MOVES.VOID_REASON.eq(MoveChanges.WHY))
                .execute();
    }
}
