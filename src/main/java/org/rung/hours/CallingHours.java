package org.rung.hours;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** One law's hours: for each day of the week its spans, none for a day of rest, and the holidays that are as one. */
public record CallingHours(Map<DayOfWeek, List<Span>> week, Set<String> holidays) {
    private static final List<Span> WHOLE_DAY = List.of(new Span(LocalTime.MIN, LocalTime.MAX));

    public CallingHours {
        week = Map.copyOf(week);
        holidays = Set.copyOf(holidays);
    }

    /** The hours that all these places leave open on that day of theirs; a place without a law leaves all of it. */
    public static List<Span> on(LocalDate day, Collection<Place> places) {
        List<Span> open = WHOLE_DAY;
        for (Place place : places) {
            for (CallingHours law : CallingTable.of(place)) {
                open = both(open, law.on(day));
            }
        }
        return open;
    }

    List<Span> on(LocalDate day) {
        return holidays.stream().anyMatch(list -> CallingTable.free(list, day))
                ? List.of()
                : week.getOrDefault(day.getDayOfWeek(), List.of());
    }

    private static List<Span> both(List<Span> some, List<Span> others) {
        return some.stream()
                .flatMap(one -> others.stream().flatMap(other -> one.and(other).stream()))
                .toList();
    }

    /** What a place's people live under, in the order in which it is read. */
    static Stream<Place> named(Place place, Collection<Place> table) {
        return table.stream()
                .filter(one -> one.equals(place)
                        || one.equals(place.country())
                        || place.anyState() && one.stateOf(place.country()));
    }
}
