package org.rung.ladder;

/** The two ladders are never merged. */
public enum LadderKind {
    COMMITMENT,
    GIVING
}
