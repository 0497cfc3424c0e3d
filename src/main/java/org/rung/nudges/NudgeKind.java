package org.rung.nudges;

/** The texts that leave by themselves about what somebody said, in the order in which they may come. */
public enum NudgeKind {
    /** They come, and it is written down. */
    CONFIRM,
    /** There is no place yet. */
    WAITING,
    /** A place became free for them. */
    PROMOTED,
    DAY_BEFORE,
    ON_THE_DAY,
    /** Another time or place. */
    MOVED,
    CANCELLED,
    THANKS,
    /** They said that they come and were not seen: without a reproach. */
    MISSED;

    /** Comes to nothing once they do not come any more. */
    boolean aboutComing() {
        return this == CONFIRM || this == PROMOTED || this == DAY_BEFORE || this == ON_THE_DAY || this == MOVED;
    }
}
