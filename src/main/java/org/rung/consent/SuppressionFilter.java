package org.rung.consent;

import java.util.Optional;
import org.rung.common.PhoneNumber;

/**
 * Which entries of the list.
 *
 * @param kind GOOD, UNTIL or CAMPAIGN
 * @param occasion only of this one
 * @param phone only of this number
 */
public record SuppressionFilter(Optional<String> kind, Optional<Long> occasion, Optional<PhoneNumber> phone) {
    public static final SuppressionFilter ALL =
            new SuppressionFilter(Optional.empty(), Optional.empty(), Optional.empty());
}
