package org.rung.texting;

/** What a soft phrase in an inbound text suggests to the texter; nothing happens by itself. */
public enum Suggestion {
    OPT_OUT,
    WRONG_NUMBER
}
