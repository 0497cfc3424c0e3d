package org.rung.people;

/** What became of one draft. */
public record Upserted(SupporterId supporterId, Outcome outcome) {
    public enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED
    }
}
