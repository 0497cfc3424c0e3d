package org.rung.texting;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.rung.common.Problem;
import org.rung.messaging.TextingWindow;

/** When windows are open from an instant on: each looked up once for all that is reckoned with it. */
final class Timetable {
    private final Instant from;
    private final Map<TextingWindow, Openings> known = new HashMap<>();

    Timetable(Instant from) {
        this.from = from;
    }

    /** Not before the instant from which this one was made. */
    boolean open(TextingWindow window, Instant at) {
        return known.computeIfAbsent(window, any -> new Openings(from)).at(window, at);
    }

    private static final class Openings {
        private final TreeMap<Instant, Instant> untilByFrom = new TreeMap<>();
        private Instant knownUntil;

        Openings(Instant from) {
            knownUntil = from;
        }

        boolean at(TextingWindow window, Instant at) {
            while (!knownUntil.isAfter(at)) {
                extend(window);
            }
            var last = untilByFrom.floorEntry(at);
            return last != null && last.getValue().isAfter(at);
        }

        private void extend(TextingWindow window) {
            try {
                Instant begin = window.nextOpening(knownUntil);
                Instant end = window.closing(begin);
                untilByFrom.put(begin, end);
                knownUntil = end.isAfter(begin) ? end : Instant.MAX;
            } catch (Problem.Invalid never) {
                // Its zones have no hour in common that the law leaves.
                knownUntil = Instant.MAX;
            }
        }
    }
}
