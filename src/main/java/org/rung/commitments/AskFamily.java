package org.rung.commitments;

import static org.rung.actions.ActionType.ANSWERED;
import static org.rung.actions.ActionType.ATTENDED;
import static org.rung.actions.ActionType.CONTACTED;
import static org.rung.actions.ActionType.GAVE;
import static org.rung.actions.ActionType.HOSTED;
import static org.rung.actions.ActionType.LED;
import static org.rung.actions.ActionType.POLLED;
import static org.rung.actions.ActionType.RECRUITED;
import static org.rung.actions.ActionType.RECRUIT_ROSE;
import static org.rung.actions.ActionType.SIGNED;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.rung.actions.ActionType;

/** What kind of thing we ask for, and what was done when it was done. */
public enum AskFamily {
    SIGN(SIGNED),
    /** Not by any reply: "thanks" would be one. */
    REPLY(ANSWERED, POLLED),
    COME(ATTENDED),
    BRING(RECRUITED),
    SHIFT(ATTENDED),
    HOST(HOSTED),
    LEAD(LED),
    DEVELOP(RECRUIT_ROSE),
    GIVE(GAVE),
    /** To call or write to whoever decides. */
    CONTACT(CONTACTED);

    private final Set<ActionType> doneBy;

    AskFamily(ActionType first, ActionType... more) {
        doneBy = Collections.unmodifiableSet(EnumSet.of(first, more));
    }

    public Set<ActionType> deeds() {
        return doneBy;
    }

    public boolean doneBy(ActionType type) {
        return doneBy.contains(type);
    }

    /** What was done when they say that they did it; nothing where it takes more than their word to tell: how much, or led whom. */
    Optional<ActionType> toldBy() {
        return switch (this) {
            case SIGN, COME, BRING, SHIFT, HOST, CONTACT -> doneBy.stream().findFirst();
            case REPLY, LEAD, DEVELOP, GIVE -> Optional.empty();
        };
    }

    /** Whether doing this keeps such a promise. A recruit who moved up is not a leader yet: a member judges that. */
    boolean keptBy(ActionType type) {
        return this != DEVELOP && doneBy(type);
    }

    /** Happens at a certain hour: what was done days before was something else. */
    boolean gathering() {
        return this == COME || this == SHIFT || this == HOST;
    }
}
