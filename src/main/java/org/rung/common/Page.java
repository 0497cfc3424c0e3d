package org.rung.common;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * One page of a list, and where the next one starts.
 *
 * @param next hand it back as {@link Wanted#after()} for the rows that follow; empty on the last page
 */
public record Page<T>(List<T> rows, Optional<String> next) {
    public Page {
        rows = List.copyOf(rows);
    }

    /**
     * Which page.
     *
     * @param after where the page before ended, as that page said; empty for the first
     * @param size 1 to 1,000 rows
     */
    public record Wanted(Optional<String> after, int size) {
        public Wanted {
            if (size < 1 || size > 1_000) {
                throw new Problem.Invalid("limit", "problem.from-to", 1, 1_000);
            }
        }

        public static Wanted first(int size) {
            return new Wanted(Optional.empty(), size);
        }
    }

    /** Where a page of a list by time ended: callers see it as an opaque word. */
    public record Place(Instant at, long id) {
        public String text() {
            return at + "_" + id;
        }

        /** @throws Problem.Invalid for a word that no page gave */
        public static Place read(String text) {
            int bar = text.indexOf('_');
            try {
                return new Place(Instant.parse(text.substring(0, bar)), Long.parseLong(text.substring(bar + 1)));
            } catch (DateTimeParseException | NumberFormatException | IndexOutOfBoundsException notOurs) {
                throw new Problem.Invalid("after", "problem.not-a-page");
            }
        }
    }
}
