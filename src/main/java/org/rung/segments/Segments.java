package org.rung.segments;

import java.util.Optional;

/**
 * How a text is cut for the air: GSM-7 (160, then 153 each) or UCS-2 (70, then 67 UTF-16 units each). {@code units}
 * are septets or UTF-16 units; {@code culprit} is the first character that made it UCS-2.
 */
public record Segments(int count, boolean gsm, int units, Optional<String> culprit) {
    /** Never throws; the empty text is one segment. */
    public static Segments of(String body) {
        Optional<String> culprit = GsmAlphabet.firstOutside(body);
        return culprit.isEmpty() ? cut(body, true, 160, 153, culprit) : cut(body, false, 70, 67, culprit);
    }

    /** The character as GSM-7 can write it, such as a straight quote for a curly one; empty when there is no such form. */
    public static Optional<String> plainForm(String character) {
        return PlainForms.of(character);
    }

    /** The same text with every character that has a plain form in that form. */
    public static String plain(String body) {
        StringBuilder plain = new StringBuilder(body.length());
        body.codePoints().forEach(c -> {
            String one = Character.toString(c);
            plain.append(GsmAlphabet.units(c) > 0 ? one : PlainForms.of(one).orElse(one));
        });
        return plain.toString();
    }

    private static Segments cut(String body, boolean gsm, int whole, int part, Optional<String> culprit) {
        int total = 0;
        int parts = 1;
        int inPart = 0;
        for (int i = 0; i < body.length(); ) {
            int c = body.codePointAt(i);
            int units = gsm ? GsmAlphabet.units(c) : Character.charCount(c);
            total += units;
            // A character of two units is never split: it goes to the next part whole.
            if (inPart + units > part) {
                parts++;
                inPart = 0;
            }
            inPart += units;
            i += Character.charCount(c);
        }
        return new Segments(total <= whole ? 1 : parts, gsm, total, culprit);
    }
}
