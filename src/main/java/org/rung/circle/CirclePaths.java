package org.rung.circle;

/** Where the screens of this room live. */
public final class CirclePaths {
    public static final String PEOPLE = "people-i-know";

    private CirclePaths() {}
}
