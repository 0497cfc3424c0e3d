package org.rung.ladder;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rung.common.Sentence;

/**
 * What a new organization's rungs and asks are called until it calls them otherwise: those names are said in the reader's
 * language, and the organization's own words as they were written.
 */
public final class StartingWords {
    private static final String START = "ladder.start.";
    private static final Map<String, String> KEYS = keys();

    private StartingWords() {}

    /** As a new organization in this language gets them. */
    public static String first(Locale locale, String key) {
        return Words.say(locale, START + key);
    }

    public static String in(Locale locale, String words) {
        var key = KEYS.get(words);
        return key == null ? words : Words.say(locale, key);
    }

    /** For a place of a sentence. */
    static Object said(String words) {
        var key = KEYS.get(words);
        return key == null ? words : Sentence.of(key);
    }

    private static Map<String, String> keys() {
        var keys = new HashMap<String, String>();
        for (var locale : List.of(Locale.of("es"), Locale.ENGLISH)) {
            for (var key : Words.keys(locale)) {
                // Words of an ask go to supporters, in the organization's language.
                if (key.startsWith(START) && !key.endsWith(".words") && !key.endsWith(".back"))
                    keys.put(Words.say(locale, key), key);
            }
        }
        return Map.copyOf(keys);
    }
}
