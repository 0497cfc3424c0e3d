package org.rung.texting;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rung.messaging.TextingWindow;

/**
 * When the last of some texts has left that may leave only inside hours, at so many a minute; in steps of five minutes, and
 * no further than thirty days.
 */
final class Drain {
    private static final Duration STEP = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofDays(30);

    private Drain() {}

    /** What may leave at the same time leaves in proportion to what waits. */
    static Optional<Instant> end(Map<TextingWindow, Double> texts, double aMinute, Instant from) {
        Map<TextingWindow, Double> left = new LinkedHashMap<>(texts);
        left.values().removeIf(some -> some <= 0);
        Instant at = from;
        while (!left.isEmpty() && at.isBefore(from.plus(LONGEST))) {
            Instant now = at;
            List<TextingWindow> open =
                    left.keySet().stream().filter(window -> window.open(now)).toList();
            double waiting = open.stream()
                    .mapToDouble(window -> left.getOrDefault(window, 0.0))
                    .sum();
            double room = aMinute * STEP.toMinutes();
            double part = waiting == 0 ? 0 : Math.min(1, room / waiting);
            for (TextingWindow window : open) {
                left.computeIfPresent(window, (any, some) -> some * (1 - part) < 1e-6 ? null : some * (1 - part));
            }
            if (left.isEmpty()) {
                return Optional.of(at.plusSeconds(Math.round(waiting / room * STEP.toSeconds())));
            }
            at = at.plus(STEP);
        }
        return left.isEmpty() ? Optional.of(at) : Optional.empty();
    }
}
