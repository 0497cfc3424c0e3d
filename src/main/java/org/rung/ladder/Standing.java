package org.rung.ladder;

import java.time.Instant;
import java.util.Optional;

/** Where a supporter is on a ladder: position 1 is the lowest rung, rungs says how many there are; a hold may have an end. */
public record Standing(
        LadderId ladderId,
        LadderKind kind,
        int position,
        String rung,
        int rungs,
        int highest,
        Optional<Instant> since,
        Reason cause,
        boolean slipping,
        Optional<String> lockReason,
        Optional<Instant> lockedUntil) {}
