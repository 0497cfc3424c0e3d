package org.rung.filters;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/** MySQL refuses to compare a column of plain letters with any others (error 1267): what has others matches nobody. */
final class PlainLetters {
    private PlainLetters() {}

    static boolean all(String text) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(text);
    }

    static List<String> only(Collection<String> texts) {
        return texts.stream().filter(PlainLetters::all).toList();
    }
}
