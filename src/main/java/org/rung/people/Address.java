package org.rung.people;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rung.common.Problem;
import org.rung.places.Point;
import org.rung.places.PostalCodes;
import org.rung.places.Spot;

/**
 * Where someone lives, beside their city and postal code.
 *
 * @param line street, number and apartment; empty when nobody said
 * @param point their own coordinates; where nobody said, their postal code tells where they are
 */
public record Address(String line, Optional<Point> point) {
    public static final Address NONE = new Address("", Optional.empty());
    private static final int LONGEST = 120;

    public Address {
        line = line.strip();
        if (line.length() > LONGEST) throw new Problem.Invalid("address line", "problem.too-long", LONGEST);
    }

    /** What is said now wins over what was known. */
    Address with(Address said) {
        return new Address(said.line.isEmpty() ? line : said.line, said.point.or(() -> point));
    }

    /** The number that people are found by on a map; empty where nothing tells. */
    Optional<Long> spot(String country, String postalCode) {
        return point.map(Spot::of).or(() -> PostalCodes.spotOf(country, postalCode));
    }

    /** What was kept before people had addresses has none. */
    static Address known(@Nullable Address address) {
        return Objects.requireNonNullElse(address, NONE);
    }
}
