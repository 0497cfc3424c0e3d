package org.rung.people;

import java.text.Normalizer;
import java.util.Locale;

/** The name of a custom field in filters, files and programs: small ascii letters, digits and underscores. */
public record FieldKey(String text) {
    static final int LONGEST = 60;

    /** "Años de miembro" becomes anos_de_miembro. A label in another alphabet gets a key of its own all the same. */
    public static FieldKey of(String label) {
        var plain = Normalizer.normalize(label, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        var key = plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
        if (key.isEmpty()) key = "field_" + Integer.toHexString(label.strip().hashCode());
        return new FieldKey(key.length() > LONGEST ? key.substring(0, LONGEST) : key);
    }
}
