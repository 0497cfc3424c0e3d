package org.rung.giving;

/** Which pledges. */
public enum PledgeList {
    /** Not yet due, or without a day. */
    OPEN,
    /** Their day has passed, and nothing came of them. */
    OVERDUE,
    KEPT,
    /** Taken back, or given up by hand. */
    RELEASED
}
