package org.rung.links;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.springframework.stereotype.Component;

/**
 * Who opens links of many people within a moment, or asks first whether a link is there and then takes it. Of this node
 * alone and forgotten with it, for the answer that cannot wait; ClickFold looks again at what all nodes stored. A program,
 * or a telephone company whose customers share one address: hence a button, and no verdict.
 */
@Component
class Crowd {
    static final int PEOPLE = 5;
    static final Duration MOMENT = Duration.ofSeconds(10);
    private static final int REMEMBERED = 40;

    private record Seen(OpenedLink link, boolean head, Instant at) {}

    private final Cache<String, Deque<Seen>> sources =
            Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(MOMENT).build();
    private final Clock clock;

    Crowd(Clock clock) {
        this.clock = clock;
    }

    /** True when what this source did within a moment looks like a program's work. */
    boolean joins(String source, OpenedLink link, boolean head) {
        var now = clock.instant();
        var seen = sources.asMap().computeIfAbsent(source, none -> new ArrayDeque<>());
        synchronized (seen) {
            seen.removeIf(one -> one.at().isBefore(now.minus(MOMENT)));
            seen.addLast(new Seen(link, head, now));
            if (seen.size() > REMEMBERED) seen.removeFirst();
            boolean looked = seen.stream()
                    .anyMatch(one -> one.head() && one.link().linkId().equals(link.linkId()));
            return looked
                    || seen.stream()
                                    .map(one -> one.link().supporterId())
                                    .distinct()
                                    .count()
                            >= PEOPLE;
        }
    }
}
