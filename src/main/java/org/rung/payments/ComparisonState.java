package org.rung.payments;

/** How far a comparison of both books is. */
public enum ComparisonState {
    /** It was asked for, and begins in a moment. */
    WAITING,
    RUNNING,
    DONE,
    /** The provider did not answer, or we failed: what was written until then stays. */
    FAILED;

    public boolean working() {
        return this == WAITING || this == RUNNING;
    }
}
