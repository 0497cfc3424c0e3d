package org.rung.commitments;

/** A promise, from being made to being kept, broken or released. */
public enum CommitmentState {
    PROMISED,
    CONFIRMED,
    KEPT,
    BROKEN,
    RELEASED;

    public boolean open() {
        return this == PROMISED || this == CONFIRMED;
    }
}
