package org.rung.tasks;

/** A task, from being made to being done, or not needed any more. */
public enum TaskState {
    OPEN,
    DONE,
    DROPPED
}
