package org.rung.texting;

/** Why a conversation was closed. */
public enum ClosedReason {
    DONE,
    SKIPPED,
    OPTED_OUT,
    WRONG_NUMBER,
    BAD_NUMBER,
    ENDED
}
