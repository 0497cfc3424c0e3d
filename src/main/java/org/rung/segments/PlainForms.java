package org.rung.segments;

import static java.util.Map.entry;

import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;

/** What phones and word processors put in by themselves, and how GSM-7 writes the same. */
final class PlainForms {
    private static final Map<String, String> KNOWN = Map.ofEntries(
            entry("\u2018", "'"),
            entry("\u2019", "'"),
            entry("\u201a", "'"),
            entry("\u2032", "'"),
            entry("\u00b4", "'"),
            entry("`", "'"),
            entry("\u201c", "\""),
            entry("\u201d", "\""),
            entry("\u201e", "\""),
            entry("\u00ab", "\""),
            entry("\u00bb", "\""),
            entry("\u2010", "-"),
            entry("\u2011", "-"),
            entry("\u2012", "-"),
            entry("\u2013", "-"),
            entry("\u2014", "-"),
            entry("\u2212", "-"),
            entry("\u2026", "..."),
            entry("\u2022", "-"),
            entry("\u00b7", "-"),
            entry("\u00a0", " "),
            entry("\u202f", " "),
            entry("\u2009", " "),
            entry("\t", " "),
            entry("\u200b", ""),
            entry("\u200d", ""),
            entry("\ufeff", ""),
            entry("\u00ba", "o"),
            entry("\u00aa", "a"));

    private PlainForms() {}

    static Optional<String> of(String character) {
        String known = KNOWN.get(character);
        if (known != null) {
            return Optional.of(known);
        }
        // A letter with an accent that the alphabet lacks keeps its letter; anything else has no plain form.
        String bare = Normalizer.normalize(character, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        return !bare.isEmpty()
                        && !bare.equals(character)
                        && GsmAlphabet.firstOutside(bare).isEmpty()
                ? Optional.of(bare)
                : Optional.empty();
    }
}
