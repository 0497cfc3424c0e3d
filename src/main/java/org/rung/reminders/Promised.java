package org.rung.reminders;

import java.time.Instant;
import java.util.Optional;
import org.rung.commitments.AskFamily;
import org.rung.commitments.AskId;
import org.rung.commitments.CommitmentId;
import org.rung.people.SupporterId;

/** A promise that a text is due about, held so that nobody else writes it. */
record Promised(
        CommitmentId commitmentId,
        SupporterId supporterId,
        AskFamily family,
        String title,
        Optional<Instant> dueAt,
        Optional<AskId> ask) {
    /** Texts that are not of a day are for this one. */
    private static final Instant ANY = Instant.EPOCH;

    Instant forAt(ReminderKind kind) {
        return kind.ofADay() ? dueAt.orElse(ANY) : ANY;
    }

    String onceKey(ReminderKind kind) {
        return "promise:" + commitmentId.value() + ":" + kind + ":"
                + forAt(kind).toEpochMilli();
    }
}
