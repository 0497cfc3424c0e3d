package org.rung.ladder;

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
