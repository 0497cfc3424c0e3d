package org.rung.turf;

/** Where the screens of this room live. */
public final class TurfPaths {
    public static final String TURFS = "turf";
    public static final String NEW_TURF = TURFS + "/new";

    public static final String MY_TURF = "my-turf";

    private TurfPaths() {}

    public static String turf(TurfId turfId) {
        return TURFS + "/" + turfId.text();
    }
}
