package org.rung.messaging;

/**
 * Why a text waits: the sender may still undo it, it is outside the recipient's hours, a person must decide, or what it
 * belongs to was paused.
 */
public enum Hold {
    UNDO,
    HOURS,
    PERSON,
    PAUSED
}
