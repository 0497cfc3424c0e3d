package org.rung.messaging;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rung.common.Problem;

/** When a number may be texted: inside these hours (from included, until not) in every one of these zones. */
public record TextingWindow(List<ZoneId> zones, LocalTime from, LocalTime until) {
    private static final LocalTime EARLIEST = LocalTime.of(8, 0);
    private static final LocalTime LATEST = LocalTime.of(21, 0);

    public TextingWindow {
        zones = List.copyOf(zones);
        if (zones.isEmpty()) {
            throw new Problem.Invalid("zones", "problem.zones-empty");
        }
        if (from.isBefore(EARLIEST) || until.isAfter(LATEST) || !from.isBefore(until)) {
            throw new Problem.Invalid("hours", "problem.hours-wrong");
        }
    }

    public boolean open(Instant at) {
        return zones.stream().allMatch(zone -> {
            LocalTime there = at.atZone(zone).toLocalTime();
            return !there.isBefore(from) && there.isBefore(until);
        });
    }

    /**
     * The first instant not before {@code after} at which the window is open.
     *
     * @throws Problem.Invalid when the zones have no hour in common
     */
    public Instant nextOpening(Instant after) {
        if (open(after)) {
            return after;
        }
        // All are open at once for the first time when the last of them opens: so only openings need a look.
        return openings(after)
                .filter(opening -> !opening.isBefore(after) && open(opening))
                .sorted()
                .findFirst()
                .orElseThrow(() -> new Problem.Invalid("zones", "problem.zones-apart"));
    }

    /** How long all zones are open together in the 24 hours from {@code from}; under four hours, fall back to one zone. */
    public Duration commonHours(Instant from) {
        Instant end = from.plus(Duration.ofDays(1));
        List<Instant> edges = Stream.of(Stream.of(from, end), openings(from), closings(from))
                .flatMap(edge -> edge)
                .filter(edge -> !edge.isBefore(from) && !edge.isAfter(end))
                .sorted()
                .distinct()
                .toList();
        return IntStream.range(1, edges.size())
                .filter(i -> open(edges.get(i - 1)))
                .mapToObj(i -> Duration.between(edges.get(i - 1), edges.get(i)))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private Stream<Instant> openings(Instant around) {
        return edges(around, from);
    }

    private Stream<Instant> closings(Instant around) {
        return edges(around, until);
    }

    private Stream<Instant> edges(Instant around, LocalTime time) {
        LocalDate day = LocalDate.ofInstant(around, ZoneOffset.UTC);
        // Zones lie up to a day to either side of UTC; a clock change moves the overlap at most to the day after.
        return zones.stream()
                .flatMap(zone -> IntStream.rangeClosed(-2, 4)
                        .mapToObj(days ->
                                day.plusDays(days).atTime(time).atZone(zone).toInstant()));
    }
}
