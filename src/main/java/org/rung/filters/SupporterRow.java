package org.rung.filters;

import java.util.List;
import java.util.Optional;
import org.rung.common.PhoneNumber;
import org.rung.consent.ConsentKind;
import org.rung.people.SupporterId;

/** A supporter in a list. */
public record SupporterRow(
        SupporterId supporterId,
        String firstName,
        String lastName,
        String city,
        String postalCode,
        Optional<PhoneNumber> phone,
        Optional<ConsentKind> consent,
        List<String> tags) {}
