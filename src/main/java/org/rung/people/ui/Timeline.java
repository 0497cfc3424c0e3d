package org.rung.people.ui;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.people.SupporterId;
import org.rung.people.TimelineEntry;
import org.rung.people.TimelineSource;

/** The entries of all rooms as one story. */
class Timeline {
    record Part(List<TimelineEntry> entries, boolean more) {}

    private final List<TimelineSource> sources;
    private final Actor actor;
    private final SupporterId supporter;
    private Optional<Instant> last = Optional.empty();

    Timeline(List<TimelineSource> sources, Actor actor, SupporterId supporter) {
        this.sources = sources;
        this.actor = actor;
        this.supporter = supporter;
    }

    Part before(Instant before, int limit) {
        // One more than is shown tells whether there is more.
        var all = sources.stream()
                .flatMap(source -> source.before(actor, supporter, before, limit + 1).stream())
                .sorted(Comparator.comparing(TimelineEntry::happenedAt).reversed())
                .toList();
        var cut = Math.min(limit, all.size());
        // What happened in the same instant is not torn apart: the next part starts before it.
        while (cut > 0
                && cut < all.size()
                && all.get(cut).happenedAt().equals(all.get(cut - 1).happenedAt())) cut++;
        var shown = all.subList(0, cut);
        if (!shown.isEmpty()) last = Optional.of(shown.getLast().happenedAt());
        return new Part(shown, cut < all.size());
    }

    Optional<Instant> last() {
        return last;
    }
}
