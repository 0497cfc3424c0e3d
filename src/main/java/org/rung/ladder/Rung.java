package org.rung.ladder;

import java.util.Optional;
import org.rung.common.Problem;

/**
 * A step of a ladder. Without a rule it is reached by hand only (or is the lowest), and does not fade.
 *
 * @param confirmed whoever meets the rule is proposed, and a member decides; it does not fade either
 */
public record Rung(RungId rungId, int position, String name, String blurb, Optional<Rule> rule, boolean confirmed) {
    public Rung(RungId rungId, int position, String name, String blurb, Optional<Rule> rule) {
        this(rungId, position, name, blurb, rule, false);
    }

    /** Only a member leads here and away again. */
    public boolean byHand() {
        return position > 1 && (confirmed || rule.isEmpty());
    }

    /** Whether one who reads both reads no difference; the rules may differ. */
    public boolean saysTheSameAs(Rung other) {
        return name.equals(other.name) && blurb.equals(other.blurb);
    }

    public Rung at(int other) {
        return new Rung(rungId, other, name, blurb, rule, confirmed);
    }

    public Rung called(String words, String meaning) {
        return new Rung(rungId, position, words, meaning, rule, confirmed);
    }

    public Rung reachedBy(Optional<Rule> other, boolean decided) {
        return new Rung(rungId, position, name, blurb, other, decided);
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
