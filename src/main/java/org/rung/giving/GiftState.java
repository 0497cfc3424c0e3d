package org.rung.giving;

/** What of a gift is still there. */
public enum GiftState {
    GIVEN,
    /** Some of it went back. */
    PARTLY_BACK,
    /** All of it did. */
    WENT_BACK
}
