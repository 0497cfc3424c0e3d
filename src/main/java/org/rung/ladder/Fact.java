package org.rung.ladder;

import java.time.Instant;
import java.util.Optional;
import org.rung.actions.ActionId;
import org.rung.actions.ActionType;
import org.rung.actions.Verification;
import org.rung.commitments.AskFamily;
import org.rung.commitments.CommitmentId;
import org.rung.common.MemberId;

/** What a standing is made from. */
sealed interface Fact {
    Instant at();

    /** An action that is not voided. */
    record Done(
            ActionId actionId,
            ActionType type,
            long quantity,
            Verification verification,
            Instant at,
            String actorKind,
            Optional<Long> actorId,
            Optional<MemberId> credited)
            implements Fact {}

    /** A promise that was kept. */
    record Kept(CommitmentId commitmentId, AskFamily family, Instant at, Optional<MemberId> credited) implements Fact {}

    /** A member put them on a rung, as that version of the ladder counts. */
    record Moved(long moveId, int position, Instant at, String reason, int version) implements Fact {
        Moved(long moveId, int position, Instant at, String reason) {
            this(moveId, position, at, reason, 1);
        }

        Moved to(int other) {
            return new Moved(moveId, other, at, reason, version);
        }
    }

    /** Held where they are, from then on. */
    record Locked(long lockId, Instant at) implements Fact {}

    record Unlocked(long lockId, Instant at) implements Fact {}
}
