package org.rung.review;

import java.util.Optional;
import org.rung.common.Id;
import org.rung.common.Problem;

/** Where a page ended: a text, and the segment in which it was found, where it was found in one. */
record Spot(int segment, long message) {
    static final Spot START = new Spot(Integer.MAX_VALUE, Long.MAX_VALUE);

    private static final String BETWEEN = "-";

    /** Whether a page that ended here has not come to that segment; found without one, the text alone tells. */
    boolean later(int other) {
        return segment != START.segment && other < segment;
    }

    String text() {
        return segment + BETWEEN + new Text(message).text();
    }

    static Spot read(Optional<String> text) {
        if (text.isEmpty()) return START;
        String[] parts = text.get().split(BETWEEN, 2);
        if (parts.length != 2 || !parts[0].matches("[0-9]{1,10}")) {
            throw new Problem.Invalid("after", "problem.not-a-page");
        }
        return new Spot((int) Math.min(Integer.MAX_VALUE, Long.parseLong(parts[0])), Id.parse("after", parts[1]));
    }

    private record Text(long value) implements Id {}
}
