package org.rung.messaging;

/** Why a text leaves, or that it came in. CONFIRMATION answers STOP, HELP answers HELP: both may leave at any hour. */
public enum Purpose {
    FIRST_TEXT,
    REPLY,
    CONFIRMATION,
    HELP,
    TEST,
    INBOUND
}
