package org.rung.crew;

/** Where the screens of this room live. */
public final class CrewPaths {
    public static final String TEXTERS = "texters";
    public static final String NEW = "texters/new";
    /** What one writes oneself. */
    public static final String LANGUAGES = "languages";

    private CrewPaths() {}
}
