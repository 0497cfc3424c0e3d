package org.rung.consent;

import java.time.Instant;
import java.util.Optional;
import org.rung.common.PhoneNumber;

/** An entry of the do-not-text list that holds now, or did until its day came. */
public record Suppression(
        SuppressionId suppressionId,
        PhoneNumber phone,
        SuppressionScope scope,
        String reason,
        String actorKind,
        Optional<Long> actorId,
        Instant since) {

    public boolean over(Instant now) {
        return scope.until().filter(at -> !at.isAfter(now)).isPresent();
    }
}
