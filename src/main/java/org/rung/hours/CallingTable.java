package org.rung.hours;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The laws of hours/calling-hours.txt, read once. */
final class CallingTable {
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final Map<String, List<Holiday>> HOLIDAYS = new HashMap<>();
    private static final Map<Place, CallingHours> LAWS = new LinkedHashMap<>();
    private static final Map<Place, List<CallingHours>> FOUND = new ConcurrentHashMap<>();

    static {
        Resource.lines("holidays.txt")
                .map(line -> line.split(" "))
                .forEach(words -> HOLIDAYS.put(
                        words[0],
                        Arrays.stream(words).skip(1).map(Holiday::read).toList()));
        Resource.lines("calling-hours.txt").map(line -> line.split("\\|")).forEach(CallingTable::read);
    }

    private CallingTable() {}

    /** A country's and, beside it, the state's; of any state, those of all. */
    static List<CallingHours> of(Place place) {
        return FOUND.computeIfAbsent(
                place,
                one -> CallingHours.named(one, LAWS.keySet())
                        .flatMap(named -> java.util.Optional.ofNullable(LAWS.get(named)).stream())
                        .toList());
    }

    static boolean free(String list, LocalDate day) {
        return HOLIDAYS.getOrDefault(list, List.of()).stream().anyMatch(holiday -> holiday.isOn(day));
    }

    static DayOfWeek day(String name) {
        return DayOfWeek.of(DAYS.indexOf(name) + 1);
    }

    private static void read(String[] columns) {
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        for (String part : columns[1].strip().split(", ")) {
            String[] words = part.split(" ");
            String[] ends = words[0].split("-");
            for (int day = day(ends[0]).getValue();
                    day <= day(ends[ends.length - 1]).getValue();
                    day++) {
                week.computeIfAbsent(DayOfWeek.of(day), any -> new ArrayList<>())
                        .add(Span.of(words[1]));
            }
        }
        String holidays = columns[2].strip();
        if (!holidays.equals("-") && !HOLIDAYS.containsKey(holidays)) {
            throw new IllegalStateException("No such list of holidays: " + holidays);
        }
        LAWS.put(
                new Place(columns[0].strip()),
                new CallingHours(week, holidays.equals("-") ? Set.of() : Set.of(holidays)));
    }
}
