package org.rung.messaging;

/**
 * Why a text leaves, or that it came in. CONFIRMATION answers STOP, HELP answers HELP: both may leave at any hour. CODE
 * is what a member signs in with: nobody reads it in Rung, and it leaves soon or never.
 */
public enum Purpose {
    FIRST_TEXT,
    REPLY,
    CONFIRMATION,
    HELP,
    TEST,
    CODE,
    INBOUND
}
