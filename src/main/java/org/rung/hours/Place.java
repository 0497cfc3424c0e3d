package org.rung.hours;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rung.common.Problem;

/** Where someone may live: a country (CA), a state of one (US-FL), or any state of one (US-*), whichever is strictest. */
public record Place(String code) {
    private static final Pattern CODE = Pattern.compile("[A-Z]{2}(-([A-Z]{2}|\\*))?");

    public Place {
        if (code.length() > 5 || !CODE.matcher(code).matches()) {
            throw new Problem.Invalid("country", "problem.country");
        }
    }

    Place country() {
        return code.length() == 2 ? this : new Place(code.substring(0, 2));
    }

    boolean anyState() {
        return code.endsWith("*");
    }

    boolean stateOf(Place country) {
        return code.length() > 2 && code.startsWith(country.code);
    }

    /** As it stands on a text's row. */
    public static String line(List<Place> places) {
        return places.stream().map(Place::code).collect(Collectors.joining(","));
    }

    public static List<Place> read(String line) {
        return Arrays.stream(line.split(",")).map(Place::new).toList();
    }
}
