package org.rung.ladder;

/** What moved someone on a ladder. */
public enum MoveCause {
    ACTION,
    FADE,
    HAND
}
