package org.rung.people;

/** Where the screens of this room live. */
public final class PeoplePaths {
    public static final String SUPPORTERS = "supporters";

    private PeoplePaths() {}

    public static String supporter(SupporterId supporterId) {
        return SUPPORTERS + "/" + supporterId.text();
    }
}
