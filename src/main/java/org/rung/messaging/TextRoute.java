package org.rung.messaging;

import java.util.Optional;
import org.rung.common.Problem;
import org.rung.consent.ConsentKind;
import org.rung.senders.SenderId;

/** What is known of a number when a text to it is queued: its thread, what it would leave from, whether it may be texted. */
public record TextRoute(
        Optional<ThreadId> thread, Optional<SenderId> sender, Optional<ConsentKind> consent, Optional<String> badCode) {
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
