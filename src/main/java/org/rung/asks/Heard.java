package org.rung.asks;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rung.people.SupporterId;

/** When everyone was last asked what. */
record Heard(Map<AskStore.Asked, Instant> last, Instant now) {
    /** Of those whose pause is over, the one they heard longest ago. */
    Optional<Ask> next(SupporterId who, List<Ask> asks) {
        return asks.stream()
                .filter(ask -> !at(who, ask).isAfter(now.minus(Duration.ofDays(ask.cooldownDays()))))
                .min(Comparator.comparing(ask -> at(who, ask)));
    }

    private Instant at(SupporterId who, Ask ask) {
        return last.getOrDefault(new AskStore.Asked(who, ask.askId()), Instant.MIN);
    }
}
