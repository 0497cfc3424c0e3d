package org.rung.accounts;

import java.time.Instant;
import java.util.Optional;

/** Which lines of the log: whose, what verbs start with, and when (from included, until not). */
public record AuditFilter(
        Optional<Long> actor, Optional<String> verbs, Optional<Instant> from, Optional<Instant> until) {
    public static final AuditFilter ALL =
            new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
