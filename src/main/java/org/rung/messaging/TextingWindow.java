package org.rung.messaging;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rung.common.Problem;
import org.rung.hours.CallingHours;
import org.rung.hours.Place;
import org.rung.hours.Span;

/**
 * When a number may be texted: inside these hours (from included, until not) in every one of these zones, and inside the
 * calling hours of all these places.
 */
public record TextingWindow(List<ZoneId> zones, LocalTime from, LocalTime until, List<Place> places) {
    private static final LocalTime EARLIEST = LocalTime.of(8, 0);
    private static final LocalTime LATEST = LocalTime.of(21, 0);

    /** Longer than any row of Sundays and holidays. */
    private static final int DAYS_AHEAD = 12;

    public TextingWindow {
        zones = List.copyOf(zones);
        places = List.copyOf(places);
        if (zones.isEmpty()) {
            throw new Problem.Invalid("zones", "problem.zones-empty");
        }
        if (from.isBefore(EARLIEST) || until.isAfter(LATEST) || !from.isBefore(until)) {
            throw new Problem.Invalid("hours", "problem.hours-wrong");
        }
    }

    public TextingWindow(List<ZoneId> zones, LocalTime from, LocalTime until) {
        this(zones, from, until, List.of());
    }

    /** Inside these hours too; where the two have none in common, these stand for both. */
    public TextingWindow within(LocalTime earliest, LocalTime latest) {
        LocalTime later = from.isAfter(earliest) ? from : earliest;
        LocalTime earlier = until.isBefore(latest) ? until : latest;
        return later.isBefore(earlier)
                ? new TextingWindow(zones, later, earlier, places)
                : new TextingWindow(zones, earliest, latest, places);
    }

    public boolean open(Instant at) {
        return zones.stream().map(zone -> LocalDateTime.ofInstant(at, zone)).allMatch(this::open);
    }

    private boolean open(LocalDateTime there) {
        LocalTime time = there.toLocalTime();
        return !time.isBefore(from)
                && time.isBefore(until)
                && CallingHours.on(there.toLocalDate(), places).stream().anyMatch(span -> span.has(time));
    }

    /**
     * The first instant not before {@code after} at which the window is open.
     *
     * @throws Problem.Invalid when the zones have no hour in common, or none that the law leaves
     */
    public Instant nextOpening(Instant after) {
        if (open(after)) {
            return after;
        }
        // All are open at once for the first time when the last of them opens: so only openings need a look.
        return openings(after)
                .filter(opening -> !opening.isBefore(after))
                .sorted()
                .distinct()
                .filter(this::open)
                .findFirst()
                .orElseThrow(() -> new Problem.Invalid("zones", "problem.zones-apart"));
    }

    /** When hours that are open at {@code within} end: the first closing of any zone or law, on that day there. */
    public Instant closing(Instant within) {
        return zones.stream()
                .flatMap(zone -> edges(LocalDate.ofInstant(within, zone), zone, until, Span::until))
                .filter(closing -> closing.isAfter(within) && !open(closing))
                .min(Comparator.naturalOrder())
                .orElse(within);
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
        return edges(around, from, Span::from);
    }

    private Stream<Instant> closings(Instant around) {
        return edges(around, until, Span::until);
    }

    private Stream<Instant> edges(Instant around, LocalTime ours, Function<Span, LocalTime> theirs) {
        LocalDate day = LocalDate.ofInstant(around, ZoneOffset.UTC);
        // Zones lie up to a day to either side of UTC; a clock change moves the overlap at most to the day after.
        return zones.stream()
                .flatMap(zone -> IntStream.rangeClosed(-2, DAYS_AHEAD)
                        .mapToObj(day::plusDays)
                        .flatMap(date -> edges(date, zone, ours, theirs)));
    }

    private Stream<Instant> edges(LocalDate date, ZoneId zone, LocalTime ours, Function<Span, LocalTime> theirs) {
        return Stream.concat(
                        Stream.of(ours), CallingHours.on(date, places).stream().map(theirs))
                .map(time -> date.atTime(time).atZone(zone).toInstant());
    }
}
