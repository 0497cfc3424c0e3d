package org.rung.review;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What somebody looks for: words that must all be there, and phrases in quotes whose words must follow one another. */
record Wording(Set<String> words, List<List<String>> phrases) {
    private static final Pattern PHRASE = Pattern.compile("\"([^\"]*)\"");

    static Wording of(String written) {
        Set<String> words = new LinkedHashSet<>(Words.of(written));
        List<List<String>> phrases = new ArrayList<>();
        Matcher quoted = PHRASE.matcher(written);
        while (quoted.find()) {
            List<String> phrase = Words.of(quoted.group(1));
            if (phrase.size() > 1) phrases.add(phrase);
        }
        return new Wording(words, phrases);
    }

    boolean nothing() {
        return words.isEmpty();
    }

    boolean in(String text) {
        if (words.isEmpty()) return true;
        List<String> said = Words.of(text);
        return Set.copyOf(said).containsAll(words)
                && phrases.stream().allMatch(phrase -> java.util.Collections.indexOfSubList(said, phrase) >= 0);
    }
}
