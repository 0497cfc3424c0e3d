package org.rung.nudges;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a text may mean to an event; a pure function of its words, which decides alone whether anything is looked up. */
sealed interface Texted {
    Pattern WORD = Pattern.compile("([A-Z][A-Z0-9]{2,19})(?:[ ,:#]+(\\d{1,2}))?[.!]?");
    Pattern HERE = Pattern.compile("(?:HERE|AQUI)[ :#]*(\\d{5})[.!]?");
    Pattern NUMBER = Pattern.compile("#?(\\d{1,2})[.!]?");
    int LONGEST = 40;

    /** Perhaps the word of an event, with the number of a shift. */
    record Word(String word, Optional<Integer> shift) implements Texted {}

    /** At the door that shows this number. */
    record Here(String pin) implements Texted {}

    /** Perhaps which shift, if they were asked. */
    record Which(int shift) implements Texted {}

    static Optional<Texted> of(String body) {
        String stripped = body.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST) return Optional.empty();
        String plain = Normalizer.normalize(stripped, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT);
        Matcher here = HERE.matcher(plain);
        if (here.matches()) return Optional.of(new Here(here.group(1)));
        Matcher number = NUMBER.matcher(plain);
        if (number.matches()) return Optional.of(new Which(Integer.parseInt(number.group(1))));
        Matcher word = WORD.matcher(plain);
        return word.matches()
                ? Optional.of(new Word(
                        word.group(1), Optional.ofNullable(word.group(2)).map(Integer::parseInt)))
                : Optional.empty();
    }
}
