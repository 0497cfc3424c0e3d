package org.rung.messaging;

/** A sentence that only sounds like an opt-out or a wrong number: a suggestion, never an act. */
public enum SoftWords {
    OPT_OUT,
    WRONG_NUMBER
}
