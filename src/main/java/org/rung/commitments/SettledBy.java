package org.rung.commitments;

/** What settled a promise: something they did, the time that passed, another answer, or somebody who decided it. */
public enum SettledBy {
    ACTION,
    TIME,
    ANSWER,
    HAND
}
