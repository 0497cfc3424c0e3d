package org.rung.watching;

/** Where the screens of this room live, and those of others that it points at. */
public final class WatchingPaths {
    public static final String HEALTH = "settings/delivery";
    /** Texting's: the texts that wait for a person. */
    public static final String HELD = "inbox/held";

    private WatchingPaths() {}
}
