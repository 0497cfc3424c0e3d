package org.rung.messaging;

/** Why a text waits: the sender may still undo it, it is outside the recipient's hours, or a person must decide. */
public enum Hold {
    UNDO,
    HOURS,
    PERSON
}
