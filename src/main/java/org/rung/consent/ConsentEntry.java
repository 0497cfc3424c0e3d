package org.rung.consent;

import java.time.Instant;
import java.util.Optional;
import org.rung.common.PhoneNumber;

/** One line of the ledger. */
public record ConsentEntry(
        long consent,
        PhoneNumber phone,
        ConsentKind kind,
        ConsentSource source,
        String words,
        String actorKind,
        Optional<Long> actorId,
        Instant happenedAt,
        Instant recordedAt) {}
