package org.rung.hours;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** A day that comes every year. */
sealed interface Holiday {
    boolean isOn(LocalDate day);

    static Holiday read(String text) {
        if (text.startsWith("easter")) return new FromEaster(Integer.parseInt(text.substring("easter".length())));
        int slash = text.indexOf('/');
        if (slash < 0) {
            return new Fixed(
                    Integer.parseInt(text.substring(0, 2)), Integer.parseInt(text.substring(3, 5)), text.endsWith("~"));
        }
        String nth = text.substring(3, slash);
        return new Weekday(
                CallingTable.day(text.substring(0, 3)),
                nth.equals("last") ? -1 : Integer.parseInt(nth),
                Integer.parseInt(text.substring(slash + 1)));
    }

    record Fixed(int month, int day, boolean observed) implements Holiday {
        @Override
        public boolean isOn(LocalDate day) {
            return is(day)
                    || observed && day.getDayOfWeek() == DayOfWeek.MONDAY && is(day.minusDays(1))
                    || observed && day.getDayOfWeek() == DayOfWeek.FRIDAY && is(day.plusDays(1));
        }

        private boolean is(LocalDate date) {
            return date.getMonthValue() == month && date.getDayOfMonth() == day;
        }
    }

    record Weekday(DayOfWeek weekday, int nth, int month) implements Holiday {
        @Override
        public boolean isOn(LocalDate day) {
            return day.getMonthValue() == month
                    && day.equals(day.with(TemporalAdjusters.dayOfWeekInMonth(nth, weekday)));
        }
    }

    record FromEaster(int days) implements Holiday {
        @Override
        public boolean isOn(LocalDate day) {
            return ChronoUnit.DAYS.between(easter(day.getYear()), day) == days;
        }

        /** By the Gregorian computus, as Meeus, Jones and Butcher wrote it down. */
        static LocalDate easter(int year) {
            int golden = year % 19;
            int century = year / 100;
            int inCentury = year % 100;
            int correction = (century - (century + 8) / 25 + 1) / 3;
            int epact = (19 * golden + century - century / 4 - correction + 15) % 30;
            int toSunday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - inCentury % 4) % 7;
            int late = (golden + 11 * epact + 22 * toSunday) / 451;
            int sum = epact + toSunday - 7 * late + 114;
            return LocalDate.of(year, sum / 31, sum % 31 + 1);
        }
    }
}
