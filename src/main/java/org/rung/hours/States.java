package org.rung.hours;

import java.util.Map;
import java.util.Optional;

/** Names of the states that the table of calling hours has a line for; the program knows countries by itself. */
final class States {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("US-AL", "Alabama"),
            Map.entry("US-CT", "Connecticut"),
            Map.entry("US-FL", "Florida"),
            Map.entry("US-IL", "Illinois"),
            Map.entry("US-KY", "Kentucky"),
            Map.entry("US-LA", "Louisiana"),
            Map.entry("US-MA", "Massachusetts"),
            Map.entry("US-MD", "Maryland"),
            Map.entry("US-MI", "Michigan"),
            Map.entry("US-MN", "Minnesota"),
            Map.entry("US-MS", "Mississippi"),
            Map.entry("US-NM", "New Mexico"),
            Map.entry("US-NV", "Nevada"),
            Map.entry("US-OK", "Oklahoma"),
            Map.entry("US-OR", "Oregon"),
            Map.entry("US-PA", "Pennsylvania"),
            Map.entry("US-RI", "Rhode Island"),
            Map.entry("US-SD", "South Dakota"),
            Map.entry("US-TX", "Texas"),
            Map.entry("US-UT", "Utah"),
            Map.entry("US-WA", "Washington"),
            Map.entry("US-WY", "Wyoming"));

    private States() {}

    static Optional<String> name(Place place) {
        return Optional.ofNullable(NAMES.get(place.code()));
    }
}
