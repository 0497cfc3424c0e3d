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

    /** Somebody of whom only a name and where they live are told. */
    public static SupporterDraft at(String firstName, String postalCode, Address address, PhoneNumber... phones) {
        return new SupporterDraft(
                firstName,
                "",
                "",
                postalCode,
                "",
                "",
                "US",
                Optional.empty(),
                "en",
                "test",
                List.of(phones),
                Set.of(),
                Map.of(),
                address);
    }
}
