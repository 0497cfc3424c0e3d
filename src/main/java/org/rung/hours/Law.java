package org.rung.hours;

import java.util.List;
import java.util.Locale;

/**
 * A line of the table of calling hours, as it is written there.
 *
 * @param hours days and spans, such as {@code mon-sat 8:00-20:00}
 * @param holidays whether public holidays are kept free
 * @param source the law, or the code of a trade
 * @param seen the month in which somebody looked at it, such as 2026-11
 */
public record Law(Place place, String hours, boolean holidays, String source, String seen) {
    private static final List<Law> ALL = Resource.lines("calling-hours.txt")
            .map(line -> line.split("\\|"))
            .map(columns -> new Law(
                    new Place(columns[0].strip()),
                    columns[1].strip(),
                    !columns[2].strip().equals("-"),
                    columns[3].strip(),
                    columns[4].strip()))
            .toList();

    /** As people call the place; a state with its country's letters. */
    public String name(Locale reader) {
        return States.name(place)
                .map(state -> state + ", " + place.code().substring(0, 2))
                .orElseGet(() -> Locale.of("", place.code().substring(0, 2)).getDisplayCountry(reader)
                        + place.code().substring(2));
    }

    /** In the order of the table. */
    public static List<Law> all() {
        return ALL;
    }
}
