package org.rung.accounts.devices;

import java.util.Optional;
import org.rung.accounts.LinkWord;

/** What a browser keeps: which device it is, which stays, and the word that lets in, which changes each time. */
record Kept(LinkWord series, LinkWord word) {
    private static final String BETWEEN = ".";

    static Kept fresh() {
        return new Kept(LinkWord.fresh(""), LinkWord.fresh(""));
    }

    Kept next() {
        return new Kept(series, LinkWord.fresh(""));
    }

    String text() {
        return series.text() + BETWEEN + word.text();
    }

    static Optional<Kept> read(String text) {
        return text.matches("[A-Za-z0-9_-]{43}\\.[A-Za-z0-9_-]{43}")
                ? Optional.of(new Kept(new LinkWord(text.substring(0, 43)), new LinkWord(text.substring(44))))
                : Optional.empty();
    }
}
