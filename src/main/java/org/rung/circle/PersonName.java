package org.rung.circle;

import java.util.regex.Pattern;

/** What a member calls someone: at most 80 characters each, without line breaks; longer names are cut. */
public record PersonName(String first, String last) {
    public static final int LONGEST = 80;
    private static final Pattern BETWEEN = Pattern.compile("[\\p{Cntrl}\\s\\u00a0]+");

    public PersonName {
        first = plain(first);
        last = plain(last);
        if (first.isEmpty()) {
            first = last;
            last = "";
        }
    }

    /** A whole name taken apart at its first space. */
    public static PersonName of(String whole) {
        String plain = plain(whole);
        int space = plain.indexOf(' ');
        return space < 0
                ? new PersonName(plain, "")
                : new PersonName(plain.substring(0, space), plain.substring(space + 1));
    }

    public boolean missing() {
        return first.isEmpty();
    }

    public String whole() {
        return (first + " " + last).strip();
    }

    private static String plain(String written) {
        String plain = BETWEEN.matcher(written).replaceAll(" ").strip();
        return plain.codePointCount(0, plain.length()) <= LONGEST
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, LONGEST)).strip();
    }
}
