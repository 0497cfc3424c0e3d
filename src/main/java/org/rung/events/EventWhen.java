package org.rung.events;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** How the time of a shift is said: by the clock of its place, with the zone's name. */
public final class EventWhen {
    private EventWhen() {}

    /** Tue, Dec 1. */
    public static String day(Instant at, ZoneId zone, Locale language) {
        return DateTimeFormatter.ofLocalizedPattern("MMMEd")
                .withLocale(language)
                .format(at.atZone(zone));
    }

    public static String time(Instant at, ZoneId zone, Locale language) {
        // Java puts a narrow space before AM, which no text of plain letters has.
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(language)
                .format(at.atZone(zone))
                .replace('\u202f', ' ')
                .replace('\u00a0', ' ');
    }

    /** Tue, Dec 1, 6:00 PM – 8:00 PM; over midnight with both days. */
    public static String span(Shift shift, ZoneId zone, Locale language) {
        String start = day(shift.startsAt(), zone, language) + ", " + time(shift.startsAt(), zone, language);
        boolean sameDay = shift.startsAt()
                .atZone(zone)
                .toLocalDate()
                .equals(shift.endsAt().atZone(zone).toLocalDate());
        String end = time(shift.endsAt(), zone, language);
        return start + " – " + (sameDay ? end : day(shift.endsAt(), zone, language) + ", " + end);
    }

    /** As people say it in a text: Tue, Dec 1 at 6:00 PM. */
    public static String start(Shift shift, ZoneId zone, Locale language) {
        return day(shift.startsAt(), zone, language) + ", " + time(shift.startsAt(), zone, language);
    }

    /** PST, or the like. */
    public static String zone(Shift shift, ZoneId zone, Locale language) {
        return DateTimeFormatter.ofPattern("zzz", language)
                .format(shift.startsAt().atZone(zone));
    }
}
