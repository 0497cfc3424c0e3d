package org.rung.filters;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.rung.common.Problem;

/** Days of a place, the first and the last included; written {@code 2026-10-01/2026-10-31}. */
public record DaySpan(LocalDate first, LocalDate last) {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})/(\\d{4}-\\d{2}-\\d{2})");

    public DaySpan {
        if (last.isBefore(first)) throw new Problem.Invalid("filter", "problem.filter-span", first + "/" + last);
    }

    /** @throws Problem.Invalid when the line has not exactly one such value */
    public static DaySpan of(FilterLine line) {
        var written = WRITTEN.matcher(line.values().size() == 1 ? line.values().getFirst() : "");
        if (written.matches()) {
            try {
                return new DaySpan(LocalDate.parse(written.group(1)), LocalDate.parse(written.group(2)));
            } catch (DateTimeException noSuchDay) {
                // Said below.
            }
        }
        throw new Problem.Invalid("filter", "problem.filter-span", String.join(", ", line.values()));
    }

    public Instant from(ZoneId zone) {
        return first.atStartOfDay(zone).toInstant();
    }

    /** When the last day is over. */
    public Instant until(ZoneId zone) {
        return last.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
