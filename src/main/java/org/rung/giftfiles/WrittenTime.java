package org.rung.giftfiles;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.rung.common.Problem;

/** Days and hours as files write them. */
final class WrittenTime {
    private static final List<DateTimeFormatter> TIMES =
            formats("uuuu-MM-dd HH:mm:ss", "uuuu-MM-dd'T'HH:mm:ss", "uuuu-MM-dd HH:mm");
    private static final List<DateTimeFormatter> TIMES_US = formats("M/d/uuuu H:mm:ss", "M/d/uuuu H:mm", "M/d/uu H:mm");
    private static final List<DateTimeFormatter> DAYS = formats("uuuu-MM-dd");
    private static final List<DateTimeFormatter> DAYS_US = formats("M/d/uuuu", "M/d/uu");
    private static final List<DateTimeFormatter> DAYS_ELSEWHERE = formats("d/M/uuuu", "d.M.uuuu", "d-M-uuuu", "d/M/uu");

    private WrittenTime() {}

    /** A day without an hour is its noon. */
    static Instant read(String text, ZoneId zone, String country) {
        String plain = text.strip();
        if (plain.length() > 40) throw wrong();
        if (plain.endsWith("Z") || plain.matches(".*[+-]\\d\\d:?\\d\\d$")) {
            try {
                return Instant.parse(plain.replace(' ', 'T'));
            } catch (DateTimeParseException local) {
                // Then it is one of the others.
            }
        }
        boolean us = country.equals("US");
        for (DateTimeFormatter format : TIMES) {
            Instant time = time(plain, format, zone);
            if (!time.equals(Instant.EPOCH)) return time;
        }
        if (us)
            for (DateTimeFormatter format : TIMES_US) {
                Instant time = time(plain, format, zone);
                if (!time.equals(Instant.EPOCH)) return time;
            }
        for (DateTimeFormatter format : DAYS) {
            Instant day = day(plain, format, zone);
            if (!day.equals(Instant.EPOCH)) return day;
        }
        for (DateTimeFormatter format : us ? DAYS_US : DAYS_ELSEWHERE) {
            Instant day = day(plain, format, zone);
            if (!day.equals(Instant.EPOCH)) return day;
        }
        throw wrong();
    }

    /** The epoch for what is none: no gift is as old. */
    private static Instant time(String text, DateTimeFormatter format, ZoneId zone) {
        try {
            return LocalDateTime.parse(text, format).atZone(zone).toInstant();
        } catch (DateTimeException another) {
            return Instant.EPOCH;
        }
    }

    private static Instant day(String text, DateTimeFormatter format, ZoneId zone) {
        try {
            return LocalDate.parse(text, format)
                    .atTime(LocalTime.NOON)
                    .atZone(zone)
                    .toInstant();
        } catch (DateTimeException another) {
            return Instant.EPOCH;
        }
    }

    private static Problem.Invalid wrong() {
        return new Problem.Invalid("day", "problem.gift-file-day");
    }

    private static List<DateTimeFormatter> formats(String... patterns) {
        return java.util.Arrays.stream(patterns)
                .map(DateTimeFormatter::ofPattern)
                .toList();
    }
}
