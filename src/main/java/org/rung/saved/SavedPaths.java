package org.rung.saved;

/** Where the screens of this room live. */
public final class SavedPaths {
    public static final String SAVED = "saved-filters";

    private SavedPaths() {}
}
