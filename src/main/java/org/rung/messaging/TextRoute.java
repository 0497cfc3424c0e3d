package org.rung.messaging;

import java.util.Optional;
import org.rung.common.Problem;
import org.rung.consent.ConsentKind;
import org.rung.senders.SenderId;

/** What is known of a number when a text to it is queued: its thread and its number for life, what was named, whether it may be texted. */
public record TextRoute(
        Optional<ThreadId> thread,
        Optional<SenderId> theirs,
        Optional<SenderId> named,
        Optional<ConsentKind> consent,
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
    public boolean settled() {
        return consent.filter(ConsentKind.OPTED_IN::equals).isPresent() && badCode.isEmpty() && !homeless();
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
