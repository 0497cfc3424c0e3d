package org.rung.messaging;

/**
 * Why a text waits: the sender may still undo it, it is outside the recipient's hours, a person must decide, what it
 * belongs to was paused, or somebody looks at its words before it goes.
 */
public enum Hold {
    UNDO,
    HOURS,
    PERSON,
    PAUSED,
    REVIEW
}
