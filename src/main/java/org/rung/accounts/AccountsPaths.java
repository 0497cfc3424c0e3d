package org.rung.accounts;

import org.rung.common.Id;

/** Where the screens of this room live. */
public final class AccountsPaths {
    public static final String SIGN_IN = "sign-in";
    /** Where one asks for a one-time code, and types it. */
    public static final String SIGN_IN_CODE = "sign-in/code";
    /** Followed by a slash and the word of the link. */
    public static final String SIGN_IN_LINK = "sign-in/link";
    /** Where a code, or a link's word, is sent to. */
    public static final String SIGN_IN_ONCE = "sign-in/once";

    /** Where a browser asks what to sign, and sends what its passkey signed. */
    public static final String PASSKEY_SIGN_IN_OPTIONS = "sign-in/passkey/options";

    public static final String PASSKEY_SIGN_IN = "sign-in/passkey";
    public static final String ACCOUNT = "account";
    /** Where a browser asks how a new passkey is to be, and sends it. */
    public static final String PASSKEY_OPTIONS = "account/passkey/options";

    public static final String PASSKEY = "account/passkey";
    public static final String MEMBERS = "members";
    /** Where the members were while they were called the team; people have kept its address. */
    public static final String ONCE_TEAM = "team";

    /** Followed by a slash and the id of an invitation. */
    public static final String POSTER = "members/invitation";
    /** How texting works here, for whoever is new. */
    public static final String HOW = "how-it-works";

    public static final String SETTINGS = "settings";
    public static final String API_TOKENS = "settings/api-tokens";
    public static final String AUDIT = "audit";
    /** Followed by a slash and the word of the link. */
    public static final String JOIN = "join";

    public static final String RESET = "reset";
    public static final String FIRST_RUN = "first-run";

    /** Of the members: what an invitation is to lead to. */
    public static final String INVITE_TO = "to";

    /** GET streams the audit log as CSV, for admins: {@code ?member=&verbs=&subject=&words=&from=&until=}. */
    public static final String AUDIT_FILE = "exports/audit.csv";

    private AccountsPaths() {}

    /** Where one makes an invitation that leads there. */
    public static String invite(Id landing) {
        return MEMBERS + "?" + INVITE_TO + "=" + landing.text();
    }
}
