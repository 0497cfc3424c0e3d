package org.rung.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rung.common.PhoneNumber;

/** People as a form would say them. */
public final class Drafts {
    private Drafts() {}

    public static SupporterDraft of(String firstName, String lastName, PhoneNumber... phones) {
        return full(firstName, lastName, "", "", "", Set.of(), Map.of(), phones);
    }

    public static SupporterDraft full(
            String firstName,
            String lastName,
            String email,
            String city,
            String postalCode,
            Set<String> tags,
            Map<String, String> fields,
            PhoneNumber... phones) {
        return new SupporterDraft(
                firstName,
                lastName,
                email,
                postalCode,
                city,
                "",
                "US",
                Optional.empty(),
                "en",
                "test",
                List.of(phones),
                tags,
                fields);
    }
}
