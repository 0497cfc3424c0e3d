package org.rung.payments;

/** What became of somebody who was sent to the provider to pay. */
public enum CheckoutState {
    OPEN,
    PAID,
    /** Their bank has not said yes or no yet. */
    PENDING,
    FAILED,
    EXPIRED
}
