package org.rung.commitments;

/**
 * What settled a promise: something they did, their word that they did it, the time that passed, another answer, or
 * somebody who decided it.
 */
public enum SettledBy {
    ACTION,
    WORD,
    TIME,
    ANSWER,
    HAND
}
