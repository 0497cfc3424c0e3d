package org.rung.ladder;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One step on a ladder that the fold found, by an action or by fading; moves by hand are facts.
 *
 * @param version of the ladder, which counted its rungs so
 * @param evidence what made the rule hold, oldest first; the last one made it move
 */
record Move(int from, int to, MoveCause cause, Instant at, List<Fact> evidence, int version) {
    Move {
        evidence = List.copyOf(evidence);
    }

    Optional<Fact> trigger() {
        return evidence.isEmpty() ? Optional.empty() : Optional.of(evidence.getLast());
    }
}
