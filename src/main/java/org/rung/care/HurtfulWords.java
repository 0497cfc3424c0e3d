package org.rung.care;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether words hold a slur, a gross insult or a threat, in English or Spanish. The lists are files of this room; whole
 * words and phrases count, so that Scunthorpe and a therapist are left in peace. It decides what is covered until somebody
 * wants to see it, and nothing else: what it misses is shown, and what it takes wrongly is one tap away.
 */
public final class HurtfulWords {
    private static final List<WordList> LISTS = List.of(WordList.read("en"), WordList.read("es"));
    private static final Pattern SINGLE = Pattern.compile("\\p{L}");

    private HurtfulWords() {}

    public static boolean in(String text) {
        List<String> raw = Folded.tokens(text);
        if (raw.isEmpty()) {
            return false;
        }
        // A 1 may stand for an i or for an l.
        return hurts(fold(raw, 'i')) || (text.indexOf('1') >= 0 && hurts(fold(raw, 'l')));
    }

    private static boolean hurts(List<String> words) {
        return LISTS.stream().anyMatch(list -> list.hurts(words));
    }

    private static List<String> fold(List<String> raw, char one) {
        return joined(raw.stream().map(token -> Folded.letters(token, one)).toList());
    }

    /** Words spelled with something between their letters: f.u.c.k. */
    private static List<String> joined(List<String> words) {
        List<String> joined = new ArrayList<>();
        int i = 0;
        while (i < words.size()) {
            int end = i;
            while (end < words.size() && SINGLE.matcher(words.get(end)).matches()) {
                end++;
            }
            if (end - i >= 3) {
                joined.add(String.join("", words.subList(i, end)));
                i = end;
            } else {
                joined.add(words.get(i));
                i++;
            }
        }
        return joined;
    }
}
