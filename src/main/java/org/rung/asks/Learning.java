package org.rung.asks;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Learns from answers of the last year. */
@Service
class Learning {
    private static final Duration YEAR = Duration.ofDays(365);

    private final AcceptanceStore store;
    private final Clock clock;

    Learning(AcceptanceStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Transactional
    void learn() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        store.count(now.minus(YEAR), now);
    }
}
