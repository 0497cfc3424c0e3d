package org.rung.accounts;

/** Where the screens of this room live. */
public final class AccountsPaths {
    public static final String SIGN_IN = "sign-in";
    public static final String TEAM = "team";
    public static final String SETTINGS = "settings";

    private AccountsPaths() {}
}
