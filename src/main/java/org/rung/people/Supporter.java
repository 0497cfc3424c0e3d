package org.rung.people;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.rung.accounts.Organization;
import org.rung.common.PhoneNumber;

/** A person the organization knows; fields maps custom field keys to values. */
public record Supporter(
        SupporterId supporterId,
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
        Address address,
        List<PhoneNumber> phones,
        List<Tag> tags,
        Map<String, String> fields,
        Instant createdAt,
        Instant updatedAt) {
    /** What they are written to in: their language or else the organization's, and English where Rung speaks neither. */
    public Locale writtenIn(Organization home) {
        return writtenIn(speaks(home));
    }

    /** Whoever speaks this language is written to in it, and in English where Rung does not speak it. */
    public static Locale writtenIn(String language) {
        return Locale.of(language.equals("es") ? "es" : "en");
    }

    /** The code of their language, or else of the organization's. */
    public String speaks(Organization home) {
        return language.isEmpty() ? home.language() : language;
    }

    /** The first phone is the one for texting. */
    public Optional<PhoneNumber> textingPhone() {
        return phones.stream().findFirst();
    }
}
