package org.rung.payments;

import java.security.SecureRandom;
import java.util.Base64;

/** Names that nobody guesses and that say nothing: 128 random bits. */
final class Tokens {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Tokens() {}

    static String fresh() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
