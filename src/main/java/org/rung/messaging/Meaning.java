package org.rung.messaging;

/** What a whole inbound text means to the carriers' rules. */
public enum Meaning {
    STOP,
    START,
    HELP,
    PLAIN
}
