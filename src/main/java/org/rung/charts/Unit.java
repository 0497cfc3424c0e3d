package org.rung.charts;

/** What a number counts, and so how it is written. */
public enum Unit {
    COUNT,
    /** Of a hundred. */
    PERCENT,
    DAYS,
    MINUTES,
    /** In whole units of the amount's currency. */
    MONEY
}
