package org.rung.places;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The counties of the United States, from the same file of outlines that the browser draws. */
public final class Counties {
    private Counties() {}

    /** By state, then by name. */
    public static List<County> all() {
        return List.copyOf(Known.COUNTIES.values());
    }

    public static Optional<County> find(String code) {
        return Optional.ofNullable(Known.COUNTIES.get(code));
    }

    /** The one around that point; empty in the sea and abroad. */
    public static Optional<County> at(Point point) {
        return Known.COUNTIES.values().stream()
                .filter(county -> county.contains(point))
                .findFirst();
    }

    private static final class Known {
        static final Map<String, County> COUNTIES = Outlines.counties().stream()
                .sorted(Comparator.comparing(County::state).thenComparing(County::name))
                .collect(Collectors.toMap(County::code, county -> county, (one, other) -> one, LinkedHashMap::new));
    }
}
