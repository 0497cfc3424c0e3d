package org.rung.merging;

import org.rung.people.SupporterId;

/** Where the screens of this room live. */
public final class MergingPaths {
    public static final String DUPLICATES = "duplicates";

    private MergingPaths() {}

    public static String pair(SupporterId one, SupporterId other) {
        return DUPLICATES + "/" + one.text() + "/" + other.text();
    }
}
