package org.rung.ladder;

/** What moved someone on a ladder. RULE: the ladder itself was changed. */
public enum MoveCause {
    ACTION,
    FADE,
    HAND,
    RULE
}
