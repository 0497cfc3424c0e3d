package org.rung.payments;

/** How a monthly gift stands. */
public enum StandingState {
    ACTIVE,
    /** The last payment did not come; the provider tries again. */
    FAILING,
    ENDED
}
