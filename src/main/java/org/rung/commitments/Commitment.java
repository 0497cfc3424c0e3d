package org.rung.commitments;

import java.time.Instant;
import java.util.Optional;

/**
 * A promise and what became of it; without a title it is called by its family.
 *
 * @param target what it is about, in the words of the room that knows it
 * @param reason why it was released, where somebody said so
 * @param turnedAt when somebody last said in a conversation what became of it
 */
public record Commitment(
        CommitmentId commitmentId,
        AskFamily family,
        String title,
        CommitmentState state,
        Instant promisedAt,
        Optional<Instant> dueAt,
        Optional<Instant> settledAt,
        Optional<SettledBy> settledBy,
        String note,
        Optional<String> target,
        Optional<Cause> cause,
        String reason,
        Optional<Instant> turnedAt) {

    /** Whether it is this way because somebody said so, who may take it back. */
    public boolean said() {
        return switch (state) {
            case KEPT ->
                settledBy
                        .filter(by -> by == SettledBy.WORD || by == SettledBy.HAND)
                        .isPresent();
            case RELEASED -> settledBy.filter(SettledBy.HAND::equals).isPresent();
            case PROMISED, CONFIRMED, BROKEN -> false;
        };
    }
}
