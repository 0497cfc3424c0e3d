package org.rung.maps;

/** Where the screens of this room live. */
public final class MapsPaths {
    public static final String SETTINGS = "settings/maps";

    private MapsPaths() {}
}
