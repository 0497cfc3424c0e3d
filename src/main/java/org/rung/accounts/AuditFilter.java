package org.rung.accounts;

import java.time.Instant;
import java.util.Optional;

/**
 * Which lines of the log.
 *
 * @param actor whose
 * @param verbs what verbs start with; several with commas between
 * @param subject to what it was done
 * @param words in what was noted, or before and after
 * @param from included
 * @param until not included
 */
public record AuditFilter(
        Optional<Long> actor,
        Optional<String> verbs,
        Optional<Subject> subject,
        Optional<String> words,
        Optional<Instant> from,
        Optional<Instant> until) {
    public static final AuditFilter ALL =
            new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** A supporter, a campaign, a member, by its id; without one all of that kind. */
    public record Subject(String kind, Optional<Long> id) {}

    public AuditFilter(Optional<Long> actor, Optional<String> verbs, Optional<Instant> from, Optional<Instant> until) {
        this(actor, verbs, Optional.empty(), Optional.empty(), from, until);
    }
}
