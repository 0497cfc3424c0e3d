package org.rung.ladder;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Why someone stands where they stand on a ladder, what would let them fall and when, and what is missing for the rungs
 * above.
 *
 * @param evidence what holds them there now, oldest first; none for the lowest rung, a hand, or a rung that is running out
 * @param holdsUntil when the rule ceases to hold if nothing more happens
 * @param slipsAt when they begin to slip, and fallsAt when they move down
 * @param ahead the rungs above, the next one first
 */
public record Explanation(
        Ladder ladder,
        int position,
        List<Proof> evidence,
        Optional<Instant> holdsUntil,
        Optional<Instant> slipsAt,
        Optional<Instant> fallsAt,
        List<Ahead> ahead) {

    /** @param ways each of them leads there; none for a rung that is reached by hand only */
    public record Ahead(Rung rung, List<Way> ways) {}

    /** All of these together. */
    public record Way(List<Part> parts) {}

    public record Part(Rule.Evidence wanted, long has, long needs) {
        public boolean met() {
            return has >= needs;
        }
    }
}
