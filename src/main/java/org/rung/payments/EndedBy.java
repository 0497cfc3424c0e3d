package org.rung.payments;

/** Who ended a monthly gift. */
public enum EndedBy {
    GIVER,
    MEMBER,
    /** After it could not be paid, or at the provider's own page. */
    PROVIDER
}
