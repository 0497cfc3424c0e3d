package org.rung.review;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a text: runs of letters and digits, without accents and case, an apostrophe inside of one left out. */
final class Words {
    /** Of anything longer the beginning counts. */
    private static final int LONGEST = 40;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+(?:['’‘`´][\\p{L}\\p{N}\\p{M}]+)*");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{M}'’‘`´]+");

    private Words() {}

    /** Where a word stands in its text, and how it is compared. */
    record Spoken(int from, int to, String word) {}

    static List<Spoken> spoken(String text) {
        List<Spoken> spoken = new ArrayList<>();
        Matcher found = WORD.matcher(text);
        while (found.find()) {
            String word = folded(found.group());
            if (!word.isEmpty()) spoken.add(new Spoken(found.start(), found.end(), word));
        }
        return spoken;
    }

    static List<String> of(String text) {
        return spoken(text).stream().map(Spoken::word).toList();
    }

    static Set<String> different(String text) {
        return new LinkedHashSet<>(of(text));
    }

    private static String folded(String word) {
        String plain = UNSEEN.matcher(Normalizer.normalize(word, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    }
}
