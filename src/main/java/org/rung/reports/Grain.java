package org.rung.reports;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What one step along the axis of time is. */
enum Grain {
    WEEK("date_sub(day, interval weekday(day) day)") {
        @Override
        LocalDate start(LocalDate day) {
            return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }

        @Override
        LocalDate next(LocalDate start) {
            return start.plusWeeks(1);
        }

        @Override
        String name(LocalDate start, Locale locale) {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                    .withLocale(locale)
                    .format(start);
        }
    },
    MONTH("date_sub(day, interval dayofmonth(day) - 1 day)") {
        @Override
        LocalDate start(LocalDate day) {
            return day.withDayOfMonth(1);
        }

        @Override
        LocalDate next(LocalDate start) {
            return start.plusMonths(1);
        }

        @Override
        String name(LocalDate start, Locale locale) {
            return DateTimeFormatter.ofPattern("LLL yyyy", locale).format(start);
        }
    };

    /** The first day of a day's step, in SQL. */
    final String sql;

    Grain(String sql) {
        this.sql = sql;
    }

    abstract LocalDate start(LocalDate day);

    abstract LocalDate next(LocalDate start);

    abstract String name(LocalDate start, Locale locale);

    static Grain of(int months) {
        return months <= 3 ? WEEK : MONTH;
    }

    /** The first days of all steps up to that day's. */
    List<LocalDate> steps(LocalDate today, int months) {
        List<LocalDate> steps = new ArrayList<>();
        for (var at = start(today.withDayOfMonth(1).minusMonths(months - 1L)); !at.isAfter(today); at = next(at))
            steps.add(at);
        return steps;
    }
}
