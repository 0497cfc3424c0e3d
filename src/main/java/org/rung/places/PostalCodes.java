package org.rung.places;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the middle of a postal code's area is; read once from places/postal-codes.txt, which names its source. */
public final class PostalCodes {
    private static final int ZIP = 5;

    private PostalCodes() {}

    /** Empty for a code, or a country, that is not in the list. */
    public static Optional<Point> find(String country, String postalCode) {
        var spot = spot(country, postalCode);
        return spot == null ? Optional.empty() : Optional.of(Spot.at(spot));
    }

    /** As {@link #find}, for whoever asks a hundred thousand times. */
    public static Optional<Long> spotOf(String country, String postalCode) {
        return Optional.ofNullable(spot(country, postalCode));
    }

    private static @Nullable Long spot(String country, String postalCode) {
        var code = postalCode.strip();
        // The four digits behind a ZIP code tell the side of a street; the list knows none of them.
        if (country.equals("US") && code.length() > ZIP) code = code.substring(0, ZIP);
        return Known.CODES.get(country + code.toUpperCase(Locale.ROOT));
    }

    /** Read when the first one asks. */
    private static final class Known {
        static final Map<String, Long> CODES = read();

        private static Map<String, Long> read() {
            var codes = new HashMap<String, Long>(100_000);
            try (var in = new BufferedReader(new InputStreamReader(
                    Objects.requireNonNull(PostalCodes.class.getResourceAsStream("/places/postal-codes.txt")),
                    StandardCharsets.US_ASCII))) {
                var country = "";
                for (var line = in.readLine(); line != null; line = in.readLine()) {
                    if (line.isBlank() || line.startsWith("#")) continue;
                    var words = line.split(" ");
                    if (words.length == 1) country = words[0];
                    else
                        codes.put(
                                country + words[0],
                                Spot.of(new Point(Double.parseDouble(words[1]), Double.parseDouble(words[2]))));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("The list of postal codes cannot be read", e);
            }
            return codes;
        }
    }
}
