package org.rung.ladder;

import java.util.Optional;
import org.rung.common.Problem;

/** A step of a ladder. Without a rule it is reached by hand only (or is the lowest), and does not fade. */
public record Rung(RungId rungId, int position, String name, String blurb, Optional<Rule> rule) {
    /** Whether one who reads both reads no difference; the rules may differ. */
    public boolean saysTheSameAs(Rung other) {
        return name.equals(other.name) && blurb.equals(other.blurb);
    }

    /** A position as a filter says it. */
    public static byte position(String value) {
        try {
            return Byte.parseByte(value);
        } catch (NumberFormatException e) {
            throw new Problem.Invalid("values", "problem.positions");
        }
    }
}
