package org.rung.people;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rung.common.PhoneNumber;

/** What a form, an import row or the API says of a person. Empty text means: not said, keep what is stored. */
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
        Map<String, String> fields) {}
