package org.rung.events;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.rung.common.Sentence;

/**
 * How far away a day is, by the calendar of its place: a quarter past midnight is one day after a quarter to.
 *
 * @param days until it begins; 0 in every other state
 */
public record Countdown(Reached reached, long days) {
    /** AHEAD, on its first day, on one of the days after, or past. */
    public enum Reached {
        AHEAD,
        TODAY,
        ON,
        OVER
    }

    /** @param starts its first start, before its last end */
    public static Countdown to(Instant starts, Instant ends, ZoneId zone, Instant now) {
        if (!ends.isAfter(now)) return new Countdown(Reached.OVER, 0);
        long days = ChronoUnit.DAYS.between(
                now.atZone(zone).toLocalDate(), starts.atZone(zone).toLocalDate());
        if (days > 0) return new Countdown(Reached.AHEAD, days);
        return new Countdown(days == 0 ? Reached.TODAY : Reached.ON, 0);
    }

    public boolean over() {
        return reached == Reached.OVER;
    }

    public Sentence said() {
        return reached == Reached.AHEAD
                ? Sentence.of("events.countdown.AHEAD", days)
                : Sentence.of("events.countdown." + reached);
    }
}
