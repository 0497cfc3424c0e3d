package org.rung.ladder;

/** Commitment and giving, which are never merged, and ladders that an organization made for itself. */
public enum LadderKind {
    COMMITMENT,
    GIVING,
    OTHER
}
