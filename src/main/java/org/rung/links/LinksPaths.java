package org.rung.links;

/** Where the screens of this room live. */
public final class LinksPaths {
    public static final String SETTINGS = "settings/links";

    private LinksPaths() {}
}
