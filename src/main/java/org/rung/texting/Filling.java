package org.rung.texting;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.rung.accounts.Organization;
import org.rung.people.OwnLinks;
import org.rung.people.Supporter;
import org.rung.scripts.MergeText;
import org.rung.scripts.MergeValues;

/**
 * The values of a script's merge fields for one supporter, one texter and their organization.
 *
 * @param giveLink their own link to give, asked for by words that carry it and by no others; empty where there is none
 */
record Filling(Map<String, String> values, Supplier<String> giveLink) {
    Filling(Map<String, String> values) {
        this(values, () -> "");
    }

    Filling linking(Supplier<String> giveLink) {
        return new Filling(values, giveLink);
    }

    static Filling of(Supporter supporter, String texter, Organization organization) {
        return new Filling(MergeValues.of(supporter, texter, organization.name()));
    }

    static Filling of(Sendable.Names names, Map<String, String> fields) {
        return new Filling(MergeValues.of(
                names.firstName(), names.lastName(), names.city(), fields, names.texter(), names.organization()));
    }

    String fill(String template) {
        return MergeText.render(template, values(template));
    }

    /** The filled text in pieces: words of the script, and what each field became. */
    List<FirstTextCard.Piece> pieces(String template) {
        return MergeText.fill(template, values(template)).stream()
                .map(filled ->
                        new FirstTextCard.Piece(filled.text(), filled.field().isPresent()))
                .toList();
    }

    private Map<String, String> values(String template) {
        return OwnLinks.carriedBy(template)
                ? MergeValues.with(values, Map.of(MergeText.GIVE_LINK, giveLink.get()))
                : values;
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
