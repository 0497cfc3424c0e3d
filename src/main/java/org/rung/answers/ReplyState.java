package org.rung.answers;

/** Where a job is. */
public enum ReplyState {
    /** Nothing has left yet. */
    WAITING,
    RUNNING,
    /** No more of them get it, and what has not left yet is taken back. */
    STOPPING,
    DONE,
    CANCELLED,
    FAILED;

    public boolean working() {
        return this == WAITING || this == RUNNING || this == STOPPING;
    }
}
