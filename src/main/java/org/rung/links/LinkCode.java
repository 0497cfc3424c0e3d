package org.rung.links;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Eight signs that nobody guesses: 58 letters and digits without those that look alike, 47 bits. Among a hundred million
 * links one guess in a million finds one, and an address may guess twenty times in ten minutes.
 */
public record LinkCode(String text) {
    static final int LENGTH = 8;
    private static final String SIGNS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final Pattern SHAPE = Pattern.compile("[" + SIGNS + "]{" + LENGTH + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    public LinkCode {
        if (!SHAPE.matcher(text).matches()) throw new IllegalArgumentException("not the code of a link");
    }

    static LinkCode fresh() {
        var signs = new StringBuilder(LENGTH);
        RANDOM.ints(LENGTH, 0, SIGNS.length()).forEach(at -> signs.append(SIGNS.charAt(at)));
        return new LinkCode(signs.toString());
    }

    /** Empty for what no link was ever called. */
    static Optional<LinkCode> read(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new LinkCode(text)) : Optional.empty();
    }
}
