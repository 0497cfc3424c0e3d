package org.rung.ladder;

/** Where the screens of this room live. */
public final class LadderPaths {
    public static final String LADDER = "ladder";

    private LadderPaths() {}
}
