package org.rung.followups;

/** Where the screens of this room live. */
public final class FollowUpPaths {
    public static final String COMING_BACK = "coming-back";

    private FollowUpPaths() {}
}
