package org.rung.rsvps.door;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rung.events.Event;
import org.rung.events.Events;
import org.rung.places.Point;
import org.rung.rsvps.Gathered;
import org.rung.rsvps.Gathering;
import org.rung.rsvps.Gatherings;
import org.springframework.stereotype.Component;

/** Pages of what is held under an umbrella, by time or by distance. */
@Component
class HeldPages {
    private final Gatherings gatherings;
    private final Events events;

    HeldPages(Gatherings gatherings, Events events) {
        this.gatherings = gatherings;
        this.events = events;
    }

    /** What was typed, as far as it may be a place. */
    static String near(@Nullable String typed) {
        String words = typed == null ? "" : typed.strip();
        return words.length() > HeldLook.LONGEST_NEAR ? words.substring(0, HeldLook.LONGEST_NEAR) : words;
    }

    /** Which page; the first for what is no number. */
    static int number(@Nullable String written) {
        return written != null && written.matches("\\d{1,6}") ? Math.max(1, Integer.parseInt(written)) : 1;
    }

    /** A page after the last is the last. */
    HeldLook look(Event umbrella, String near, int wanted) {
        Gathered gathered = gatherings.under(umbrella);
        Optional<Gathered.From> from = near.isEmpty() ? Optional.empty() : gathered.from(near);
        List<Gathering> open = gathered.open(from);
        int pages = Math.max(1, (open.size() + HeldLook.SIZE - 1) / HeldLook.SIZE);
        int page = Math.min(wanted, pages);
        List<Gathering> shown = open.stream()
                .skip((long) (page - 1) * HeldLook.SIZE)
                .limit(HeldLook.SIZE)
                .toList();
        var found = events.all(
                umbrella.organizationId(),
                shown.stream().map(Gathering::eventId).toList());
        List<HeldLook.Row> rows = shown.stream()
                .flatMap(one -> Stream.ofNullable(found.get(one.eventId()))
                        .map(event -> new HeldLook.Row(event, miles(one, from.map(Gathered.From::point)))))
                .toList();
        return new HeldLook(gathered, near, from, page, pages, rows);
    }

    /** At least one: where a gathering is, is known to about a mile. */
    private static Optional<Long> miles(Gathering one, Optional<Point> from) {
        return from.flatMap(here -> one.about().map(there -> Math.max(1, Math.round(here.milesTo(there)))));
    }
}
