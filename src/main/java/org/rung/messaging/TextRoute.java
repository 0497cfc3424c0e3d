package org.rung.messaging;

import java.util.Optional;
import org.rung.common.Problem;
import org.rung.consent.ConsentKind;

/** What is known of a number when a text to it is queued: its thread, what it would leave from, whether it may be texted. */
record TextRoute(
        Optional<ThreadId> thread, Optional<SenderId> sender, Optional<ConsentKind> consent, Optional<String> badCode) {
    void mustBeTextable() {
        consent.ifPresent(kind -> {
            switch (kind) {
                case OPTED_IN -> {}
                case OPTED_OUT ->
                    throw new Problem.Refused(
                            "This person opted out: nothing can be sent to them until they text START.");
                case WRONG_NUMBER ->
                    throw new Problem.Refused(
                            "This is a wrong number: nothing can be sent to it until there is new consent.");
            }
        });
        badCode.ifPresent(code -> {
            throw new Problem.Refused("The carrier says that this number cannot be texted (" + code
                    + "). Ask for another number, or wait until a text comes from it.");
        });
    }
}
