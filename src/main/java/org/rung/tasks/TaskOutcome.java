package org.rung.tasks;

/** What came of a task. */
public enum TaskOutcome {
    /** We talked, and they are with us. */
    GOOD,
    /** We talked, and they would rather not. */
    NO,
    /** They were not reached. */
    NOT_REACHED,
    /** It had settled itself. */
    NOT_NEEDED
}
