package org.rung.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Days of a place in which its clocks are not changed, so that one sum tells a moment's day there; until is not included.
 */
record Stretch(Instant from, Instant until, int offsetSeconds) {
    private static final int DAYS = 31;

    /** All days from the first until the last, which is not included, a month at most in each. */
    static List<Stretch> of(ZoneId zone, LocalDate first, LocalDate last) {
        List<Stretch> stretches = new ArrayList<>();
        var until = last.atStartOfDay(zone).toInstant();
        for (var at = first.atStartOfDay(zone).toInstant(); at.isBefore(until); ) {
            var end = LocalDate.ofInstant(at, zone)
                    .plusDays(DAYS)
                    .atStartOfDay(zone)
                    .toInstant();
            if (end.isAfter(until)) end = until;
            var change = zone.getRules().nextTransition(at);
            if (change != null && change.getInstant().isBefore(end)) end = change.getInstant();
            stretches.add(new Stretch(at, end, zone.getRules().getOffset(at).getTotalSeconds()));
            at = end;
        }
        return stretches;
    }
}
