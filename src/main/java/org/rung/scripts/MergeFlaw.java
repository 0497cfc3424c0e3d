package org.rung.scripts;

/** What is wrong with a merge field: where it starts (0 is the first character) and what stands there. */
public record MergeFlaw(Kind kind, int at, String stored) {
    public enum Kind {
        UNKNOWN_FIELD,
        BROKEN_BRACE
    }
}
