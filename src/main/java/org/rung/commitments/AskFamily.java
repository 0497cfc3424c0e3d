package org.rung.commitments;

/** What kind of thing we ask for. */
public enum AskFamily {
    SIGN,
    REPLY,
    COME,
    BRING,
    SHIFT,
    HOST,
    LEAD,
    DEVELOP,
    GIVE
}
