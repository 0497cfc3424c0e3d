package org.rung.impact;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** The latest weeks of a place: from Monday to Monday by its own clocks, also where one of them is an hour longer. */
record Weeks(List<LocalDate> mondays, ZoneId zone) {

    static Weeks until(Instant now, ZoneId zone, int count) {
        LocalDate latest = now.atZone(zone).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        List<LocalDate> mondays = new ArrayList<>();
        for (int back = count - 1; back >= 0; back--) mondays.add(latest.minusWeeks(back));
        return new Weeks(List.copyOf(mondays), zone);
    }

    int count() {
        return mondays.size();
    }

    Instant begins(int week) {
        return mondays.get(week).atStartOfDay(zone).toInstant();
    }

    Instant ends(int week) {
        return mondays.get(week).plusWeeks(1).atStartOfDay(zone).toInstant();
    }
}
