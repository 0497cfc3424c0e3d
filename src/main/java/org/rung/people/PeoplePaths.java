package org.rung.people;

/** Where the screens of this room live. */
public final class PeoplePaths {
    public static final String SUPPORTERS = "supporters";

    public static final String NEW_SUPPORTER = SUPPORTERS + "/new";

    public static final String FIELDS = "settings/fields";

    private PeoplePaths() {}

    public static String supporter(SupporterId supporterId) {
        return SUPPORTERS + "/" + supporterId.text();
    }

    public static String edit(SupporterId supporterId) {
        return supporter(supporterId) + "/edit";
    }
}
