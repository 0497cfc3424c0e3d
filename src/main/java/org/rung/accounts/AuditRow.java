package org.rung.accounts;

import java.time.Instant;
import java.util.Optional;
import org.rung.common.Problem;

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

    /** Where a page ended. */
    record Place(Instant at, long id) {
        String text() {
            return at + "_" + id;
        }

        static Place read(String text) {
            var bar = text.indexOf('_');
            try {
                return new Place(Instant.parse(text.substring(0, bar)), Long.parseLong(text.substring(bar + 1)));
            } catch (RuntimeException notOurs) {
                throw new Problem.Invalid("after", "problem.not-a-page");
            }
        }
    }

    Place place() {
        return new Place(happenedAt, auditId);
    }
}
