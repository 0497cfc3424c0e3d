package org.rung.help;

/** What came of a request for help. */
public enum HelpOutcome {
    /** To its texter, with a note. */
    BACK,
    /** Whoever helped holds the conversation from now on. */
    KEPT,
    /** An organizer gave it to somebody else. */
    GIVEN,
    DONE,
    OPTED_OUT,
    WRONG_NUMBER,
    /** Its texter needed no help any more. */
    WITHDRAWN
}
