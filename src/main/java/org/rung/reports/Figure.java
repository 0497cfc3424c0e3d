package org.rung.reports;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What there is to see; each is a page, a file and an answer of the API. */
public enum Figure {
    LADDER,
    STEPS,
    PROMISES,
    CAMPAIGNS,
    REPLIES,
    GIVING;

    /** As addresses have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Figure> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
