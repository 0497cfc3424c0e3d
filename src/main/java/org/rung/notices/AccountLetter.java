package org.rung.notices;

import java.time.Instant;

/** A letter to one person about their own account: its words lie sealed until it leaves, since they may hold a code. */
record AccountLetter(long letterId, String email, String sealed, int tries, Instant goodUntil) {
    private static final String BETWEEN = "\n\n";

    static String joined(String subject, String words) {
        return subject.replace('\n', ' ') + BETWEEN + words;
    }

    static String subject(String joined) {
        return joined.substring(0, joined.indexOf(BETWEEN));
    }

    static String words(String joined) {
        return joined.substring(joined.indexOf(BETWEEN) + BETWEEN.length());
    }

    @Override
    public String toString() {
        return "AccountLetter[" + letterId + "]";
    }
}
