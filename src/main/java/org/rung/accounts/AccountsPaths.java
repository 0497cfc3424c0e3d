package org.rung.accounts;

/** Where the screens of this room live. */
public final class AccountsPaths {
    public static final String SIGN_IN = "sign-in";
    public static final String TEAM = "team";
    public static final String SETTINGS = "settings";
    public static final String API_TOKENS = "settings/api-tokens";
    public static final String AUDIT = "audit";
    /** Followed by a slash and the word of the link. */
    public static final String JOIN = "join";

    public static final String RESET = "reset";
    public static final String FIRST_RUN = "first-run";

    private AccountsPaths() {}
}
