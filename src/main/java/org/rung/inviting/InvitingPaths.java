package org.rung.inviting;

/** Where the screens of this room live. */
public final class InvitingPaths {
    public static final String LIST = "members/list";

    private InvitingPaths() {}
}
