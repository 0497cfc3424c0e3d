package org.rung.turf;

/** Where the screens of this room live. */
public final class TurfPaths {
    public static final String TURFS = "turf";

    private TurfPaths() {}
}
