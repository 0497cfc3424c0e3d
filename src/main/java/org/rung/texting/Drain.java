package org.rung.texting;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rung.messaging.TextingWindow;

/**
 * When the last of some texts has left that may leave only inside hours, at so many a minute; in steps of five minutes, and
 * no further than thirty days.
 */
record Drain(Timetable timetable, Instant from) {
    private static final Duration STEP = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofDays(30);

    /**
     * What may leave at the same time leaves in proportion to what waits.
     *
     * @param ahead what was queued before by when it is due: it leaves first
     */
    Optional<Instant> end(Map<TextingWindow, Double> texts, SortedMap<Instant, Double> ahead, double aMinute) {
        Map<TextingWindow, Double> left = new LinkedHashMap<>(texts);
        left.values().removeIf(some -> some <= 0);
        SortedMap<Instant, Double> later = new TreeMap<>(ahead);
        double before = 0;
        Instant at = from;
        while (!left.isEmpty() && at.isBefore(from.plus(LONGEST))) {
            Instant now = at;
            while (!later.isEmpty() && !later.firstKey().isAfter(now)) {
                before += Objects.requireNonNull(later.remove(later.firstKey()));
            }
            double all = aMinute * STEP.toMinutes();
            double first = Math.min(all, before);
            before -= first;
            double room = all - first;
            List<TextingWindow> open = left.keySet().stream()
                    .filter(window -> timetable.open(window, now))
                    .toList();
            double waiting = open.stream()
                    .mapToDouble(window -> left.getOrDefault(window, 0.0))
                    .sum();
            double part = waiting == 0 ? 0 : Math.min(1, room / waiting);
            for (TextingWindow window : open) {
                left.computeIfPresent(window, (any, some) -> some * (1 - part) < 1e-6 ? null : some * (1 - part));
            }
            if (left.isEmpty()) {
                return Optional.of(at.plusSeconds(Math.round((first + waiting) / all * STEP.toSeconds())));
            }
            at = at.plus(STEP);
        }
        return left.isEmpty() ? Optional.of(at) : Optional.empty();
    }
}
