package org.rung.compliance;

import java.time.Instant;
import java.util.Optional;
import org.rung.common.Problem;

/**
 * Somebody said again that they want to be texted.
 *
 * @param words what they were shown, or said: 5 to 1,000 characters
 * @param at when they said so
 * @param file what shows it: a picture or a PDF
 */
public record ReconsentDraft(HowAsked how, String words, Instant at, Optional<File> file) {
    private static final int SHORTEST = 5;
    private static final int LONGEST = 1_000;

    /** A file as it was uploaded. */
    public record File(String name, byte[] bytes) {}

    public ReconsentDraft {
        words = words.strip();
        if (words.length() < SHORTEST || words.length() > LONGEST) {
            throw new Problem.Invalid("words", "problem.length", SHORTEST, LONGEST);
        }
    }
}
