package org.rung.ladder;

import java.util.Locale;
import org.rung.common.Problem;

/** What a rung is to be called, and what it means to be there. */
public record RungName(RungId rungId, String name, String blurb) {
    static final int LONGEST_NAME = 60;
    static final int LONGEST_BLURB = 160;

    public RungName {
        name = name.strip();
        blurb = blurb.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new Problem.Invalid("name", "problem.length", 1, LONGEST_NAME);
        }
        if (blurb.length() > LONGEST_BLURB) {
            throw new Problem.Invalid("blurb", "problem.too-long", LONGEST_BLURB);
        }
    }

    /** What reads as it did stays as it is stored, so that a starting name is still said in each reader's language. */
    RungName keeping(Rung rung, Locale reader) {
        return new RungName(
                rungId,
                StartingWords.in(reader, rung.name()).equals(name) ? rung.name() : name,
                StartingWords.in(reader, rung.blurb()).equals(blurb) ? rung.blurb() : blurb);
    }

    boolean changes(Rung rung) {
        return !rung.name().equals(name) || !rung.blurb().equals(blurb);
    }
}
