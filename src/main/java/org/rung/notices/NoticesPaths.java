package org.rung.notices;

/** Where the screens of this room live. */
public final class NoticesPaths {
    public static final String NOTICES = "notices";

    private NoticesPaths() {}
}
