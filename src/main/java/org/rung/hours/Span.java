package org.rung.hours;

import java.time.LocalTime;
import java.util.Optional;

/** Part of a day, from included, until not. */
public record Span(LocalTime from, LocalTime until) {
    public static Span of(String text) {
        String[] ends = text.split("-");
        return new Span(time(ends[0]), time(ends[1]));
    }

    public Span {
        if (!from.isBefore(until)) throw new IllegalArgumentException("A span ends after it begins: " + from);
    }

    public boolean has(LocalTime time) {
        return !time.isBefore(from) && time.isBefore(until);
    }

    Optional<Span> and(Span other) {
        LocalTime later = from.isAfter(other.from) ? from : other.from;
        LocalTime earlier = until.isBefore(other.until) ? until : other.until;
        return later.isBefore(earlier) ? Optional.of(new Span(later, earlier)) : Optional.empty();
    }

    private static LocalTime time(String text) {
        return LocalTime.parse(text.length() == 4 ? "0" + text : text);
    }
}
