package org.rung.commitments;

import java.time.Instant;
import java.util.Optional;

/** A promise and what became of it; without a title it is called by its family. */
public record Commitment(
        CommitmentId commitmentId,
        AskFamily family,
        String title,
        CommitmentState state,
        Instant promisedAt,
        Optional<Instant> dueAt,
        Optional<Instant> settledAt,
        Optional<SettledBy> settledBy) {}
