package org.rung.crew;

/** What a texter is doing now, as far as it narrows a list. */
public enum TexterState {
    ALL,
    /** They sent a text or took a batch lately. */
    AT_WORK,
    /** They asked for work lately, got less than they asked for, and hold nothing. */
    WAITING,
    /** They hold replies that wait longer than their campaign's lease. */
    OVERDUE,
    /** Their first texts wait for somebody to look at them. */
    NEW
}
