package org.rung.tasks;

/** Where the screens of this room live. */
public final class TasksPaths {
    public static final String TASKS = "tasks";

    private TasksPaths() {}
}
