package org.rung.events;

import java.security.SecureRandom;
import java.util.Base64;

/** Names that nobody guesses: short ones for everyone, long ones for one person. */
public final class ShortCode {
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Without letters and digits that look alike on paper. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private ShortCode() {}

    static String ofEvent() {
        return letters(8);
    }

    static String pin() {
        return "%05d".formatted(RANDOM.nextInt(100_000));
    }

    /** 128 random bits. */
    public static String token() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String letters(int many) {
        var text = new StringBuilder(many);
        for (int i = 0; i < many; i++) text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        return text.toString();
    }
}
