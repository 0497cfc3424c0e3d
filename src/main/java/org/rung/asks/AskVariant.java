package org.rung.asks;

import org.rung.common.Problem;

/**
 * What an ask is called and what is said, in one language; what is empty is said as the organization has it.
 *
 * @param title at most 120 characters
 * @param words at most 320 characters
 */
public record AskVariant(String title, String words) {
    static final int LONGEST_TITLE = 120;
    static final int LONGEST_WORDS = 320;

    public AskVariant {
        title = title.strip();
        words = words.strip();
        if (title.length() > LONGEST_TITLE)
            throw new Problem.Invalid("variants", "problem.variant-title-long", LONGEST_TITLE);
        if (words.length() > LONGEST_WORDS)
            throw new Problem.Invalid("variants", "problem.variant-words-long", LONGEST_WORDS);
    }

    boolean empty() {
        return title.isEmpty() && words.isEmpty();
    }

    /** With the organization's own where nothing was put into this language. */
    AskVariant or(String usualTitle, String usualWords) {
        return new AskVariant(title.isEmpty() ? usualTitle : title, words.isEmpty() ? usualWords : words);
    }
}
