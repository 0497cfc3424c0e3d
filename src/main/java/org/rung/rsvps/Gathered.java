package org.rung.rsvps;

import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingInt;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.rung.events.Countdown;
import org.rung.events.Event;
import org.rung.events.EventState;
import org.rung.hours.Places;
import org.rung.places.Point;
import org.rung.places.PostalCodes;
import org.rung.places.Town;
import org.rung.places.Towns;

/**
 * All that is held under an umbrella, and what follows from it. Pure: a list, a map and a countdown are made of it without
 * another question.
 *
 * @param all by their time
 * @param own how many signed up for shifts of the umbrella itself
 */
public record Gathered(Event umbrella, String country, List<Gathering> all, int own, Instant now) {
    public Gathered {
        all = List.copyOf(all);
    }

    /** So many around the middle of a postal code. */
    public record Around(Point point, String town, int gatherings) {}

    /** @param name such as California; empty for those of which nobody knows where they are */
    public record Region(String name, int gatherings, int signedUp) {}

    /** From where somebody looks, as it is said: 94601, or Oakland, CA. */
    public record From(Point point, String said) {}

    public int signedUp() {
        return own + all.stream().mapToInt(Gathering::signedUp).sum();
    }

    public List<Gathering> toCome() {
        return all.stream().filter(Gathering::toCome).toList();
    }

    /** To its own first shift, else to the first that is held; empty while there is neither. */
    public Optional<Countdown> countdown() {
        Optional<Instant> starts = umbrella.startsAt()
                .or(() -> all.stream().flatMap(one -> one.startsAt().stream()).min(Instant::compareTo));
        Optional<Instant> ends = Stream.concat(
                        umbrella.endsAt().stream(), all.stream().map(Gathering::endsAt))
                .max(Instant::compareTo);
        if (umbrella.state() == EventState.OVER) return Optional.of(new Countdown(Countdown.Reached.OVER, 0));
        return starts.flatMap(start -> ends.map(end -> Countdown.to(start, end, umbrella.zone(), now)));
    }

    /** Those to come of which one knows where they are, together where they share a postal code. */
    public List<Around> dots() {
        Map<Point, Around> dots = new LinkedHashMap<>();
        for (Gathering one : toCome()) {
            one.about()
                    .ifPresent(point -> dots.merge(
                            point,
                            new Around(point, one.locality().town(), 1),
                            (before, more) -> new Around(
                                    point,
                                    before.town().isEmpty() ? more.town() : before.town(),
                                    before.gatherings() + 1)));
        }
        return List.copyOf(dots.values());
    }

    /** Those that still take people: by their time, or the nearest first, and last of which one does not know where. */
    public List<Gathering> open(Optional<From> from) {
        var open = all.stream().filter(Gathering::room);
        return from.map(here -> open.sorted(comparingDouble(
                                one -> one.about().map(here.point()::milesTo).orElse(Double.MAX_VALUE)))
                        .toList())
                .orElseGet(open::toList);
    }

    /** By states, where most are first; what is nowhere stands last. */
    public List<Region> regions() {
        Map<String, Region> regions = new TreeMap<>();
        for (Gathering one : all) {
            String name = Places.state(country, one.locality().postalCode()).orElse("");
            regions.merge(
                    name,
                    new Region(name, 1, one.signedUp()),
                    (before, more) -> new Region(name, before.gatherings() + 1, before.signedUp() + more.signedUp()));
        }
        return regions.values().stream()
                .sorted(comparingInt((Region one) -> one.name().isEmpty() ? 1 : 0)
                        .thenComparing(comparingInt(Region::gatherings).reversed()))
                .toList();
    }

    /** What somebody typed: a postal code, the town of one of these, or any town. Empty where nobody knows it. */
    public Optional<From> from(String typed) {
        return PostalCodes.find(country, typed)
                .map(point -> new From(point, typed))
                .or(() -> theirTown(typed))
                .or(() -> Towns.find(country, typed).stream()
                        .min(comparingDouble(this::away))
                        .map(town -> new From(town.middle(), town.shown())));
    }

    private Optional<From> theirTown(String typed) {
        String name = Towns.folded(typed);
        return all.stream()
                .filter(one -> Towns.folded(one.locality().town()).equals(name) && !name.isEmpty())
                .flatMap(one ->
                        one.about().map(point -> new From(point, one.locality().town())).stream())
                .findFirst();
    }

    /** Of many Springfields, the one that has a gathering nearby is meant. */
    private double away(Town town) {
        return all.stream()
                .flatMap(one -> one.about().stream())
                .mapToDouble(town.middle()::milesTo)
                .min()
                .orElse(0);
    }
}
