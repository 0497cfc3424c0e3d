package org.rung.review;

/** What a watched word does: its texter is asked whether they mean it, or an organizer looks before it leaves. */
public enum Strength {
    WARN,
    HOLD
}
