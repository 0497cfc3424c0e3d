package org.rung.reminders;

import java.util.Arrays;
import java.util.List;
import org.rung.commitments.CommitmentState;

/** The texts that leave by themselves about a promise, in the order in which they may come. */
public enum ReminderKind {
    /** What they promised is written down. */
    CONFIRM,
    DAY_BEFORE,
    ON_THE_DAY,
    THANKS,
    /** Nothing came of it: without a reproach. */
    MISSED;

    /** Another day of the same promise is told anew. */
    boolean ofADay() {
        return this == DAY_BEFORE || this == ON_THE_DAY;
    }

    /** Whether it is of use to somebody whose promise is in that state. */
    boolean fits(CommitmentState state) {
        return switch (this) {
            case CONFIRM, DAY_BEFORE, ON_THE_DAY -> state.open();
            case THANKS -> state == CommitmentState.KEPT;
            case MISSED -> state == CommitmentState.BROKEN;
        };
    }

    /** What is in vain from now on. */
    static List<ReminderKind> vain(CommitmentState state) {
        return Arrays.stream(values()).filter(kind -> !kind.fits(state)).toList();
    }
}
