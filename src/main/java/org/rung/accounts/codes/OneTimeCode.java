package org.rung.accounts.codes;

import java.security.SecureRandom;
import org.rung.accounts.LinkWord;

/** Six digits to type in the browser that asked, and a link's word for any other one. */
record OneTimeCode(String digits, LinkWord link) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String BETWEEN = " ";

    static OneTimeCode fresh() {
        return new OneTimeCode("%06d".formatted(RANDOM.nextInt(1_000_000)), LinkWord.fresh(""));
    }

    /** Six digits alone are found from their hash in a moment; the word that only the browser has makes them long. */
    static String hash(LinkWord ask, String digits) {
        return new LinkWord(ask.text() + ":" + digits).hash();
    }

    String text() {
        return digits + BETWEEN + link.text();
    }

    static OneTimeCode read(String text) {
        var parts = text.split(BETWEEN, 2);
        return new OneTimeCode(parts[0], new LinkWord(parts[1]));
    }

    @Override
    public String toString() {
        return "OneTimeCode[…]";
    }
}
