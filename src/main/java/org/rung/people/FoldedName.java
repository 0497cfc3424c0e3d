package org.rung.people;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A first name as names are compared: without accents, in lower case, without spaces around it. Of two people with one
 * number, the same folded name is the same person (domain.md, "Phones and people").
 */
public record FoldedName(String text) {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final int LONGEST = 80;

    public FoldedName {
        // Plain letters carry no marks; most names are made of them, and an import folds each name several times.
        var plain = isAscii(text)
                ? text
                : MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                        .replaceAll("");
        var folded = plain.toLowerCase(Locale.ROOT).strip();
        // Some signs fold to several letters: what is stored never exceeds its column.
        text = folded.codePointCount(0, folded.length()) <= LONGEST
                ? folded
                : folded.substring(0, folded.offsetByCodePoints(0, LONGEST));
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) if (text.charAt(i) > '\u007f') return false;
        return true;
    }

    /** A name nobody gave matches every name. */
    public boolean isMissing() {
        return text.isEmpty();
    }

    /** Whether these may be the same person behind one number. */
    public boolean matches(FoldedName other) {
        return isMissing() || other.isMissing() || text.equals(other.text);
    }
}
