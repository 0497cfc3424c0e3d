package org.rung.messaging;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.rung.common.Problem;
import org.rung.consent.ConsentKind;
import org.rung.consent.Suppressed;
import org.rung.consent.SuppressionScope;
import org.rung.senders.SenderId;

/** What is known of a number when a text to it is queued: its thread and its number for life, what was named, whether it may be texted. */
public record TextRoute(
        Optional<ThreadId> thread,
        Optional<SenderId> theirs,
        Optional<SenderId> named,
        Optional<ConsentKind> consent,
        Suppressed suppressed,
        Optional<String> badCode) {

    /** A first text leaves from the number that the person knows; an answer from the one that was texted. */
    Optional<SenderId> sender(Purpose purpose) {
        return purpose == Purpose.FIRST_TEXT ? theirs.or(() -> named) : named.or(() -> theirs);
    }

    /** Known, and their number for life is gone: the next text gives them another. */
    boolean homeless() {
        return thread.isPresent() && theirs.isEmpty();
    }

    /** Whoever may be texted as they are, with nothing to be decided or moved first. */
    public boolean settled(Instant now) {
        return consent.filter(ConsentKind.OPTED_IN::equals).isPresent()
                && !suppressed.any(now)
                && badCode.isEmpty()
                && !homeless();
    }

    /** What the do-not-text list has against it; a code is asked for by whoever signs in with it. */
    Optional<SuppressionScope> keeping(TextDraft draft, Instant now) {
        return draft.purpose() == Purpose.CODE ? Optional.empty() : suppressed.keeping(draft.occasion(), now);
    }

    /** @param answered whether the last word was theirs, or they wrote since that moment; asked only where it matters */
    void mustBeFree(TextDraft draft, Instant now, Predicate<Instant> answered) {
        keeping(draft, now)
                .filter(scope -> suppressed.forGood()
                        || draft.purpose() != Purpose.REPLY
                        || suppressed.since().filter(answered).isEmpty())
                .ifPresent(scope -> {
                    throw switch (scope) {
                        case SuppressionScope.ForGood() -> new Problem.Refused("problem.suppressed.GOOD");
                        case SuppressionScope.Until until -> new Problem.Refused("problem.suppressed.UNTIL");
                        case SuppressionScope.Within within -> new Problem.Refused("problem.suppressed.CAMPAIGN");
                    };
                });
    }

    void mustBeTextable() {
        consent.ifPresent(kind -> {
            switch (kind) {
                case OPTED_IN -> {}
                case OPTED_OUT -> throw new Problem.Refused("problem.opted-out");
                case WRONG_NUMBER -> throw new Problem.Refused("problem.wrong-number");
            }
        });
        badCode.ifPresent(code -> {
            throw new Problem.Refused("problem.unreachable", code);
        });
    }
}
