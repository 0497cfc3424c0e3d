package org.rung.accounts;

/** What a one-time code is good for: to sign in, or to prove that a new address is one's own. */
public enum CodePurpose {
    SIGN_IN,
    PROVE
}
