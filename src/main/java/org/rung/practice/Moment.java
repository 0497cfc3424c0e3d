package org.rung.practice;

/** Where a practice conversation is: what its texter may learn now depends on it. */
public enum Moment {
    /** Nothing was sent yet. */
    FIRST,
    /** They read, and will answer. */
    LISTEN,
    /** They have answered: it is the texter's turn. */
    ANSWER,
    /** They will say no more. */
    SAID_ALL,
    /** They want no texts: nothing can be sent any more. */
    OPTED_OUT,
    /** The texter is done with it. */
    DONE
}
