package org.rung.tasks;

/** Why there is a task. */
public enum TaskAbout {
    /** Somebody made it. */
    HAND,
    /** A promise came to nothing; without a title it is about the promise as such. */
    PROMISE
}
