package org.rung.bulk;

/** A job's life: whom it is about is written down first, then they are worked off, and perhaps back again. */
public enum BulkState {
    GATHERING,
    RUNNING,
    DONE,
    CANCELLED,
    FAILED,
    UNDOING,
    UNDONE;

    public boolean working() {
        return this == GATHERING || this == RUNNING || this == UNDOING;
    }
}
