package org.rung.senders;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** What a whole inbound text means to the carriers' rules. */
public enum Meaning {
    STOP,
    START,
    HELP,
    PLAIN;

    private static final Set<String> STOPS =
            Set.of("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT");
    private static final Set<String> STARTS = Set.of("START", "UNSTOP");
    private static final Set<String> HELPS = Set.of("HELP", "INFO");

    /** Of the whole text, with case, punctuation and spaces folded: "Stop!" and "OPT-OUT" are STOP. */
    public static Meaning of(String body) {
        String word = fold(body);
        return STOPS.contains(word) ? STOP : STARTS.contains(word) ? START : HELPS.contains(word) ? HELP : PLAIN;
    }

    /** True for words that belong to the carriers' rules, which no keyword of an organization may be. */
    public static boolean reserved(String word) {
        return of(word) != PLAIN || isYes(word);
    }

    /** YES opts in again, but only someone who is opted out and to whom no question is open. */
    public static boolean isYes(String body) {
        return fold(body).equals("YES");
    }

    /** The words that carriers take for STOP. */
    public static Set<String> stopWords() {
        return STOPS;
    }

    private static String fold(String body) {
        // The longest of the words has 11 letters: a long text is none of them.
        return body.length() > 80
                ? ""
                : Normalizer.normalize(body, Normalizer.Form.NFKC)
                        .replaceAll("[^\\p{L}\\p{N}]", "")
                        .toUpperCase(Locale.ROOT);
    }
}
