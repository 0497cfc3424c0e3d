package org.rung.people;

/** What became of one draft. */
public record Upserted(SupporterId supporterId, Outcome outcome) {
    public enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED,
        /** Not taken: this person would have more numbers than {@link SupporterDraft#MOST_PHONES_EVER}. */
        FULL
    }
}
