package org.rung.giving;

import java.time.Instant;
import java.util.Optional;
import org.rung.common.Problem;
import org.rung.common.Written;

/**
 * What becomes of a gift after it came.
 *
 * @param minor in the smallest unit of the gift's currency, from 1 on
 * @param reason at most 320 characters
 * @param onceKey the same key again changes nothing
 */
public record Back(EntryKind kind, long minor, Instant happenedAt, String reason, Optional<String> onceKey) {
    public Back {
        if (kind == EntryKind.GIVEN) throw new Problem.Invalid("kind", "problem.gift-kind");
        if (minor < 1) throw new Problem.Invalid("amount", "problem.amount");
        reason = reason.strip();
        if (reason.length() > 320) throw new Problem.Invalid("reason", "problem.too-long", 320);
        onceKey.ifPresent(Written::onceKey);
    }
}
