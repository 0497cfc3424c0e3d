package org.rung.texting;

/** Why a conversation was closed. */
public enum ClosedReason {
    DONE,
    SKIPPED,
    OPTED_OUT,
    WRONG_NUMBER,
    BAD_NUMBER,
    ENDED,
    /** The number is somebody else's by now. */
    NUMBER_MOVED,
    /** They are in the list once by now, and are texted in another conversation of the campaign. */
    MERGED,
    /** On the organization's do-not-text list. */
    SUPPRESSED
}
