package org.rung.people;

import java.text.Normalizer;
import java.util.Locale;

/** Which of two ways to write one first name is kept. */
final class Spelling {
    private Spelling() {}

    /** A list in capitals or without accents must not spoil a name that was written with care; the reverse mends it. */
    static String better(String stored, String said) {
        if (said.isEmpty() || said.equals(stored)) return stored;
        if (stored.isEmpty() || !new FoldedName(stored).equals(new FoldedName(said))) return said;
        return care(said) > care(stored) ? said : stored;
    }

    private static int care(String name) {
        boolean cased = !name.equals(name.toUpperCase(Locale.ROOT)) && !name.equals(name.toLowerCase(Locale.ROOT));
        int marks = Normalizer.normalize(name, Normalizer.Form.NFD).length() - name.length();
        return (cased ? 1 : 0) + marks;
    }
}
