package org.rung.merging;

/** Whose value: that of the entry that stays, or of the one that goes into it. */
public enum Side {
    KEPT,
    GONE
}
