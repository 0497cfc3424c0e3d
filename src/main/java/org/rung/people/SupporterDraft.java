package org.rung.people;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;

/**
 * What a form, an import row or the API says of a person. Empty text means: not said, keep what is stored. Text comes
 * out without spaces around it.
 *
 * @param phones the first is the one for texting
 * @param tags names; unknown ones are made
 * @param fields labels or keys of custom fields, and values; unknown fields are made
 */
public record SupporterDraft(
        String firstName,
        String lastName,
        String email,
        String postalCode,
        String city,
        String region,
        String country,
        Optional<ZoneId> zone,
        String language,
        String source,
        List<PhoneNumber> phones,
        Set<String> tags,
        Map<String, String> fields,
        Address address) {

    /** Of one person, from however many drafts; nobody has as many, but rows that all share a number make one person. */
    public static final int MOST_PHONES_EVER = 100;

    private static final int MOST_PHONES = 10;
    private static final int MOST_TAGS = 50;
    private static final int MOST_FIELDS = 200;

    public SupporterDraft {
        firstName = text("first name", firstName, 80);
        lastName = text("last name", lastName, 80);
        email = text("e-mail", email, 254);
        postalCode = code("postal code", postalCode, 16);
        city = text("city", city, 80);
        region = text("region", region, 80);
        country = code("country", country, 2);
        if (country.length() == 1) throw new Problem.Invalid("country", "problem.country");
        language = code("language", language, 8);
        source = text("source", source, 120);
        phones = List.copyOf(phones);
        most("phones", phones.size(), MOST_PHONES);
        most("tags", tags.size(), MOST_TAGS);
        most("fields", fields.size(), MOST_FIELDS);
        if (!tags.isEmpty()) {
            var clean = new LinkedHashSet<String>();
            for (var tag : tags) clean.add(text("tag", tag, 60));
            clean.remove("");
            tags = Set.copyOf(clean);
        }
        if (!fields.isEmpty()) {
            var clean = new LinkedHashMap<String, String>();
            fields.forEach((label, value) -> clean.put(text("field name", label, 80), text("field", value, 500)));
            clean.remove("");
            fields = Map.copyOf(clean);
        }
    }

    /** Of whose address nothing is said. */
    public SupporterDraft(
            String firstName,
            String lastName,
            String email,
            String postalCode,
            String city,
            String region,
            String country,
            Optional<ZoneId> zone,
            String language,
            String source,
            List<PhoneNumber> phones,
            Set<String> tags,
            Map<String, String> fields) {
        this(
                firstName,
                lastName,
                email,
                postalCode,
                city,
                region,
                country,
                zone,
                language,
                source,
                phones,
                tags,
                fields,
                Address.NONE);
    }

    /** Someone of whom only a name and a number are known. */
    public static SupporterDraft of(String firstName, String lastName, PhoneNumber phone) {
        return new SupporterDraft(
                firstName, lastName, "", "", "", "", "", Optional.empty(), "", "", List.of(phone), Set.of(), Map.of());
    }

    private static String text(String field, String text, int most) {
        var stripped = text.strip();
        if (stripped.length() > most) throw new Problem.Invalid(field, "problem.too-long", most);
        return stripped;
    }

    private static String code(String field, String text, int most) {
        var stripped = text(field, text, most);
        for (int i = 0; i < stripped.length(); i++)
            if (stripped.charAt(i) < ' ' || stripped.charAt(i) > '~')
                throw new Problem.Invalid(field, "problem.plain-letters");
        return stripped;
    }

    private static void most(String field, int count, int most) {
        if (count > most) throw new Problem.Invalid(field, "problem.at-most", most);
    }
}
