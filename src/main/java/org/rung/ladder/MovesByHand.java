package org.rung.ladder;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rung.accounts.AuditLog;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.common.Written;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves by hand that were a mistake; how they are made is in {@link Standings}. */
@Service
public class MovesByHand {
    private final MoveStore moves;
    private final Folding folding;
    private final AuditLog audit;
    private final Clock clock;

    MovesByHand(MoveStore moves, Folding folding, AuditLog audit, Clock clock) {
        this.moves = moves;
        this.folding = folding;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * It no longer counts: they stand where their deeds, the other moves and the time put them, at once. Voiding it again
     * changes nothing. Moves that Rung made follow from their evidence and are voided with that alone.
     *
     * @param reason 1 to 320 characters
     * @throws Problem.Missing for a move that is not by hand, or not of this organization
     */
    @Transactional
    public void voidMove(Actor actor, long moveId, String reason) {
        actor.must(Permission.MOVE_BY_HAND);
        String why = Written.reason(reason);
        MoveStore.ByHand move =
                moves.byHand(actor.organization(), moveId).orElseThrow(() -> new Problem.Missing("move", moveId));
        if (move.voided()) {
            return;
        }
        moves.voidAll(
                actor.organization(), List.of(moveId), why, clock.instant().truncatedTo(ChronoUnit.MICROS));
        folding.fold(actor.organization(), List.of(move.supporterId()), Set.of(move.ladderId()));
        audit.add(
                actor,
                "move.voided",
                "supporter",
                Optional.of(move.supporterId().value()),
                move.from() + " → " + move.to() + " · supporter "
                        + move.supporterId().text());
    }
}
