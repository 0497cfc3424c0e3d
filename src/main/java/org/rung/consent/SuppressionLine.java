package org.rung.consent;

import java.time.Instant;
import java.util.Optional;
import org.rung.common.PhoneNumber;

/** One line of the list's ledger, which never changes. */
public record SuppressionLine(
        PhoneNumber phone,
        SuppressionChange change,
        SuppressionScope scope,
        SuppressionWay way,
        String reason,
        String actorKind,
        Optional<Long> actorId,
        Instant recordedAt) {}
