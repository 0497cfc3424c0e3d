package org.rung.texting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rung.accounts.Organization;
import org.rung.campaigns.MergeText;
import org.rung.people.Supporter;

/** The values of a script's merge fields for one supporter, one texter and their organization. */
record Filling(Map<String, String> values) {

    private static final Pattern FIELD = Pattern.compile("\\{[^{}]*}");

    static Filling of(Supporter supporter, String texter, Organization organization) {
        return new Filling(Map.of(
                "firstName", supporter.firstName(),
                "lastName", supporter.lastName(),
                "city", supporter.city(),
                "texter.firstName", texter.strip().split(" ", 2)[0],
                "organization.name", organization.name()));
    }

    String fill(String template) {
        return MergeText.render(template, values);
    }

    /** The filled text in pieces: words of the script, and what each field became. */
    List<FirstTextCard.Piece> pieces(String template) {
        List<FirstTextCard.Piece> pieces = new ArrayList<>();
        Matcher field = FIELD.matcher(template);
        int end = 0;
        while (field.find()) {
            add(pieces, template.substring(end, field.start()), false);
            add(pieces, fill(field.group()), true);
            end = field.end();
        }
        add(pieces, template.substring(end), false);
        return pieces;
    }

    private static void add(List<FirstTextCard.Piece> pieces, String words, boolean filled) {
        if (!words.isEmpty()) {
            pieces.add(new FirstTextCard.Piece(words, filled));
        }
    }

    /** A name with the surname's initial, as texters see it: Maya O. */
    static String shown(String firstName, String lastName) {
        String initial = lastName.isEmpty() ? "" : " " + lastName.substring(0, lastName.offsetByCodePoints(0, 1)) + ".";
        return (firstName + initial).strip();
    }

    static String initials(String firstName, String lastName) {
        return letter(firstName) + letter(lastName);
    }

    private static String letter(String name) {
        return name.isEmpty()
                ? ""
                : name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(java.util.Locale.ROOT);
    }
}
