package org.rung.circle;

import java.util.Optional;
import org.rung.actions.ActionType;

/** What came of talking to someone, and which evidence that is once they are shared. */
public enum TalkOutcome {
    TALKED(Optional.of(ActionType.REPLIED)),
    WILL_COME(Optional.of(ActionType.RSVPED)),
    NOT_NOW(Optional.empty()),
    WRONG_NUMBER(Optional.empty()),
    NO_ANSWER(Optional.empty());

    private final Optional<ActionType> evidence;

    TalkOutcome(Optional<ActionType> evidence) {
        this.evidence = evidence;
    }

    Optional<ActionType> evidence() {
        return evidence;
    }
}
