package org.rung.ladder;

import static org.rung.db.Tables.MOVES;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.database.BulkInsert;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Repository;

/** Moves: added or voided, never changed. */
@Repository
class MoveStore {
    private final DSLContext dsl;

    MoveStore(DSLContext dsl) {
        this.dsl = dsl;
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
            List<String> evidence,
            int version) {}

    List<Stored> of(OrganizationId organizationId, Collection<SupporterId> supporters) {
        return dsl.select(
                        MOVES.MOVE_ID,
                        MOVES.LADDER_ID,
                        MOVES.SUPPORTER_ID,
                        MOVES.FROM_POSITION,
                        MOVES.TO_POSITION,
                        MOVES.CAUSE,
                        MOVES.HAPPENED_AT,
                        MOVES.REASON,
                        MOVES.EVIDENCE,
                        MOVES.VERSION)
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
                                .toList(),
                        row.get(MOVES.VERSION)));
    }

    record Made(LadderId ladderId, SupporterId supporterId, Move move) {}

    void add(OrganizationId organizationId, List<Made> moves, Instant now) {
        String recorded = BulkInsert.literal(now);
        BulkInsert.all(
                dsl,
                "insert into moves (move_id, organization_id, ladder_id, supporter_id, from_position, to_position, cause,"
                        + " reason, evidence, action_id, member_id, actor_kind, actor_id, happened_at, recorded_at,"
                        + " version) values ",
                moves,
                (row, made) -> {
                    Move move = made.move();
                    Optional<Fact.Done> action = move.trigger()
                            .flatMap(fact -> fact instanceof Fact.Done done ? Optional.of(done) : Optional.empty());
                    Optional<MemberId> credited = move.trigger()
                            .flatMap(fact -> fact instanceof Fact.Kept kept
                                    ? kept.credited()
                                    : action.flatMap(Fact.Done::credited));
                    row.number(Id.next())
                            .number(organizationId.value())
                            .number(made.ladderId().value())
                            .number(made.supporterId().value())
                            .number((long) move.from())
                            .number((long) move.to())
                            .words(move.cause().name())
                            .words("")
                            .words(ProofText.write(move.evidence()))
                            .number(action.map(one -> one.actionId().value()).orElse(null))
                            .number(credited.map(MemberId::value).orElse(null))
                            .words(action.map(Fact.Done::actorKind).orElse("SYSTEM"))
                            .number(action.flatMap(Fact.Done::actorId).orElse(null))
                            .instant(move.at())
                            .same(recorded)
                            .number((long) move.version());
                });
    }

    void voidAll(OrganizationId organizationId, Collection<Long> moves, String reason, Instant now) {
        dsl.update(MOVES)
                .set(MOVES.VOIDED_AT, now)
                .set(MOVES.VOID_REASON, reason)
                .where(MOVES.ORGANIZATION_ID.eq(organizationId), MOVES.MOVE_ID.in(moves))
                .execute();
    }

    void addByHand(Actor actor, Ladder ladder, SupporterId supporterId, int from, int to, String reason, Instant now) {
        dsl.insertInto(MOVES)
                .set(MOVES.MOVE_ID, Id.next())
                .set(MOVES.ORGANIZATION_ID, actor.organization())
                .set(MOVES.LADDER_ID, ladder.ladderId())
                .set(MOVES.VERSION, ladder.version())
                .set(MOVES.SUPPORTER_ID, supporterId)
                .set(MOVES.FROM_POSITION, (byte) from)
                .set(MOVES.TO_POSITION, (byte) to)
                .set(MOVES.CAUSE, MoveCause.HAND)
                .set(MOVES.REASON, reason)
                .set(MOVES.ACTOR_KIND, actor.kind())
                .set(MOVES.ACTOR_ID, actor.id().orElse(null))
                .set(MOVES.HAPPENED_AT, now)
                .set(MOVES.RECORDED_AT, now)
                .execute();
    }

    /** A move by hand, and whether it was voided. */
    record ByHand(LadderId ladderId, SupporterId supporterId, int from, int to, boolean voided) {}

    Optional<ByHand> byHand(OrganizationId organizationId, long moveId) {
        return dsl.select(MOVES.LADDER_ID, MOVES.SUPPORTER_ID, MOVES.FROM_POSITION, MOVES.TO_POSITION, MOVES.VOIDED_AT)
                .from(MOVES)
                .where(
                        MOVES.MOVE_ID.eq(moveId),
                        MOVES.ORGANIZATION_ID.eq(organizationId),
                        MOVES.CAUSE.eq(MoveCause.HAND))
                .fetchOptional(row ->
                        new ByHand(row.value1(), row.value2(), row.value3(), row.value4(), row.value5() != null));
    }

    /** Newest first, with those that were voided. */
    List<MoveRow> before(OrganizationId organizationId, SupporterId supporterId, Instant before, int limit) {
        return dsl.select(
                        MOVES.MOVE_ID,
                        MOVES.LADDER_ID,
                        MOVES.FROM_POSITION,
                        MOVES.TO_POSITION,
                        MOVES.CAUSE,
                        MOVES.REASON,
                        MOVES.EVIDENCE,
                        MOVES.HAPPENED_AT,
                        MOVES.ACTOR_KIND,
                        MOVES.ACTOR_ID,
                        MOVES.VOID_REASON,
                        MOVES.VERSION)
                .from(MOVES)
                .where(
                        MOVES.SUPPORTER_ID.eq(supporterId),
                        MOVES.ORGANIZATION_ID.eq(organizationId),
                        MOVES.HAPPENED_AT.lt(before))
                .orderBy(MOVES.HAPPENED_AT.desc(), MOVES.MOVE_ID.desc())
                .limit(limit)
                .fetch(row -> new MoveRow(
                        row.get(MOVES.MOVE_ID),
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
                        Optional.ofNullable(row.get(MOVES.VOID_REASON)),
                        row.get(MOVES.VERSION)));
    }
}
