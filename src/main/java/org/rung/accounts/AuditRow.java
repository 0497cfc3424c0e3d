package org.rung.accounts;

import java.time.Instant;
import java.util.Optional;
import org.rung.common.Page;

/** One line of the log: who did what to what; the verb is dotted, such as {@code member.suspended}. */
public record AuditRow(
        long auditId,
        Instant happenedAt,
        String actorKind,
        Optional<Long> actorId,
        String verb,
        String subjectKind,
        Optional<Long> subjectId,
        String detail,
        Optional<Changes> changes) {

    Page.Place place() {
        return new Page.Place(happenedAt, auditId);
    }
}
