package org.rung.accounts;

import java.util.Locale;
import org.rung.common.Problem;

/** What a person signs in with, in small letters. */
public record EmailAddress(String text) {
    public EmailAddress {
        text = text.strip().toLowerCase(Locale.ROOT);
        var at = text.indexOf('@');
        if (text.length() > 254
                || at < 1
                || at != text.lastIndexOf('@')
                || at == text.length() - 1
                || text.chars().anyMatch(Character::isWhitespace)) {
            throw new Problem.Invalid("email", "problem.email-wrong");
        }
    }

    @Override
    public String toString() {
        // Never the address itself: this is what ends up in logs.
        return "…" + text.substring(text.indexOf('@'));
    }
}
