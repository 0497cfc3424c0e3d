package org.rung.accounts;

/**
 * Announced in the transaction that changes how an account is signed in to: its person is told, in case it was not them.
 *
 * @param email where to tell them: after another e-mail, the one before
 */
public record AccountChanged(AccountId accountId, String email, Change change) {

    public enum Change {
        EMAIL,
        MOBILE,
        PASSWORD,
        PASSKEY,
        STOLEN
    }

    @Override
    public String toString() {
        return "AccountChanged[" + accountId + ", " + change + "]";
    }
}
