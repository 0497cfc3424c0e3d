package org.rung.shell;

import java.util.Locale;

/** A language that nobody speaks, in Arabic letters: it shows what a layout does from right to left. */
final class Leftwards {
    static final Locale LOCALE = Locale.of("ar", "XB");

    private static final String LATIN = "abcdefghijklmnopqrstuvwxyz";
    private static final String ARABIC = "ابثدهفجحيجكلمنوبقرستوفوخيز";

    private Leftwards() {}

    /** Letters alone change: what stands in braces is filled in by name or number. */
    static String of(String words) {
        var turned = new StringBuilder(words.length());
        int depth = 0;
        for (char each : words.toCharArray()) {
            if (each == '{') depth++;
            int letter = depth > 0 ? -1 : LATIN.indexOf(Character.toLowerCase(each));
            turned.append(letter < 0 ? each : ARABIC.charAt(letter));
            if (each == '}') depth--;
        }
        return turned.toString();
    }
}
