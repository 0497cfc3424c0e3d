package org.rung.people;

import java.util.Locale;
import java.util.regex.Pattern;
import org.rung.common.Problem;

/** A column that an organization added to its people; filters and merge fields name it by its key. */
public record CustomField(CustomFieldId customFieldId, String key, String label) {
    private static final Pattern NOT_IN_A_KEY = Pattern.compile("[^a-z0-9]+");
    private static final int LONGEST_KEY = 60;

    /** The key of a label: {@code "Union Local #"} becomes {@code union_local}. */
    public static String keyOf(String label) {
        var plain = new FoldedName(label.length() > 80 ? label.substring(0, 80) : label)
                .text()
                .toLowerCase(Locale.ROOT);
        var key = NOT_IN_A_KEY.matcher(plain).replaceAll("_").replaceAll("^_+|_+$", "");
        if (key.length() > LONGEST_KEY) key = key.substring(0, LONGEST_KEY);
        if (!key.isEmpty()) return key;
        if (label.isBlank()) throw new Problem.Invalid("label", "must not be empty");
        // Labels in other scripts still need a key of plain letters that is always the same.
        return "field_" + Integer.toHexString(label.strip().hashCode());
    }
}
