package org.rung.actions;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.common.Written;

/** What an action must be to be taken. */
final class DraftRules {
    private static final Duration OLDEST = Duration.ofDays(20 * 365 + 5);
    /** Clocks of other programs run a little ahead of ours. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);

    private DraftRules() {}

    static ActionDraft checked(Actor actor, ActionDraft draft, Instant now) {
        if (draft.quantity() < 1 || draft.quantity() > 1_000_000_000L) {
            throw new Problem.Invalid("quantity", "problem.from-to", 1, 1_000_000_000);
        }
        if (draft.happenedAt().isAfter(now.plus(CLOCKS_DIFFER))) {
            throw new Problem.Invalid("happenedAt", "problem.in-future");
        }
        if (draft.happenedAt().isBefore(now.minus(OLDEST))) {
            throw new Problem.Invalid("happenedAt", "problem.long-ago");
        }
        if (draft.type() == ActionType.RECRUIT_ROSE) {
            throw new Problem.Invalid("type", "problem.recruit-rose-itself");
        }
        if (draft.verification() == Verification.HUMAN
                && draft.credited().isEmpty()
                && actor.member().isEmpty()) {
            throw new Problem.Invalid("verification", "problem.human-needs-member");
        }
        if (draft.note().length() > 320) {
            throw new Problem.Invalid("note", "problem.too-long", 320);
        }
        draft.onceKey().ifPresent(Written::onceKey);
        Instant at = draft.happenedAt().isAfter(now) ? now : draft.happenedAt().truncatedTo(ChronoUnit.MICROS);
        return new ActionDraft(
                draft.supporterId(),
                draft.type(),
                draft.quantity(),
                draft.amount(),
                draft.verification(),
                at,
                draft.credited(),
                draft.occasionId(),
                draft.note(),
                draft.onceKey());
    }
}
