package org.rung.people;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        List<PhoneNumber> phones,
        List<Tag> tags,
        Map<String, String> fields,
        Instant createdAt,
        Instant updatedAt) {
    /** The first phone is the one for texting. */
    public Optional<PhoneNumber> textingPhone() {
        return phones.stream().findFirst();
    }
}
