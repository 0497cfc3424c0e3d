package org.rung.ladder;

/**
 * Where the screens of this room live. The board links to the supporters list as {@code ?kind=rung&key=COMMITMENT&value=3}
 * and to a new turf as {@code ?kind=ready&value=3} (people ready for the next ask of rung 3; no value: of any rung).
 */
public final class LadderPaths {
    public static final String LADDER = "ladder";

    public static final String EDIT = LADDER + "/edit";

    /** Rooms above this one keep their screens there. */
    public static final String RULES = LADDER + "/rules";

    public static final String ASKS = LADDER + "/asks";

    public static final String CONFIRM = LADDER + "/confirm";

    private LadderPaths() {}
}
