package org.rung.texting;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rung.accounts.Organization;
import org.rung.people.Supporter;
import org.rung.scripts.MergeText;
import org.rung.scripts.MergeValues;

/** The values of a script's merge fields for one supporter, one texter and their organization. */
record Filling(Map<String, String> values) {

    static Filling of(Supporter supporter, String texter, Organization organization) {
        return new Filling(MergeValues.of(supporter, texter, organization.name()));
    }

    static Filling of(Sendable.Names names, Map<String, String> fields) {
        return new Filling(MergeValues.of(
                names.firstName(), names.lastName(), names.city(), fields, names.texter(), names.organization()));
    }

    String fill(String template) {
        return MergeText.render(template, values);
    }

    /** The filled text in pieces: words of the script, and what each field became. */
    List<FirstTextCard.Piece> pieces(String template) {
        return MergeText.fill(template, values).stream()
                .map(filled ->
                        new FirstTextCard.Piece(filled.text(), filled.field().isPresent()))
                .toList();
    }

    /** A name with the surname's initial, as texters see it: Maya O. */
    static String shown(String firstName, String lastName) {
        String initial = lastName.isEmpty() ? "" : " " + letter(lastName) + ".";
        return (firstName + initial).strip();
    }

    static String initials(String firstName, String lastName) {
        return letter(firstName) + letter(lastName);
    }

    private static String letter(String name) {
        return name.isEmpty()
                ? ""
                : name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
    }
}
