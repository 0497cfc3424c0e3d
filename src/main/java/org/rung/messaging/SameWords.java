package org.rung.messaging;

import java.text.Normalizer;
import org.rung.segments.Segments;

/** Whether a provider's words are ours: it may have written them in plainer letters, or put a line of its own before them. */
final class SameWords {
    private static final String OF_A_TRIAL = "Sent from your Twilio trial account - ";

    private SameWords() {}

    static boolean of(String ours, String theirs) {
        String mine = folded(ours);
        String there = folded(theirs);
        return mine.equals(there) || there.equals((OF_A_TRIAL + mine).strip());
    }

    private static String folded(String words) {
        return Segments.plain(Normalizer.normalize(words, Normalizer.Form.NFKC))
                .replaceAll("\\p{Cf}", "")
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip();
    }
}
