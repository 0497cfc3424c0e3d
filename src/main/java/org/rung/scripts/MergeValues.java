package org.rung.scripts;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.rung.people.Supporter;

/** What the merge fields become for one supporter; the same for the studio's preview, the test text and the desk. */
public final class MergeValues {
    /** Longer ones would be a paste into the wrong column, and would cost segments. */
    private static final int LONGEST = 200;

    private MergeValues() {}

    /** @param texter the texter's whole name; its first word is used */
    public static Map<String, String> of(Supporter supporter, String texter, String organization) {
        return of(
                supporter.firstName(),
                supporter.lastName(),
                supporter.city(),
                supporter.fields(),
                texter,
                organization);
    }

    public static Map<String, String> of(
            String firstName,
            String lastName,
            String city,
            Map<String, String> fields,
            String texter,
            String organization) {
        var values = new HashMap<String, String>();
        fields.forEach((key, value) -> values.put(MergeText.CUSTOM + key, value));
        values.put("firstName", firstName);
        values.put("lastName", lastName);
        values.put("city", city);
        values.put("texter.firstName", clean(texter).replaceFirst(" .*", ""));
        values.put("organization.name", organization);
        return values;
    }

    /** These values and more. */
    public static Map<String, String> with(Map<String, String> values, Map<String, String> more) {
        if (more.isEmpty()) return values;
        var all = new HashMap<>(values);
        all.putAll(more);
        return all;
    }

    /** The worst case: of each field the longest value that any of these has. */
    public static Map<String, String> longest(Collection<Map<String, String>> samples) {
        var longest = new HashMap<String, String>();
        samples.forEach(values -> values.forEach((field, value) ->
                longest.merge(field, value, (one, other) -> other.length() > one.length() ? other : one)));
        return longest;
    }

    /** One line without control characters, of bearable length. */
    static String clean(String value) {
        var line = value.replaceAll("[\\s\\p{Cntrl}\\u00a0]+", " ").strip();
        return line.length() <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, LONGEST)))
                        .strip();
    }
}
