package org.rung.campaigns.ui;

import java.time.Duration;
import java.util.Optional;

/** When handed-out work that is unsent comes back. */
enum HandedOut {
    STAYS(Duration.ZERO),
    TWO_HOURS(Duration.ofHours(2)),
    EIGHT_HOURS(Duration.ofHours(8)),
    A_DAY(Duration.ofDays(1)),
    THREE_DAYS(Duration.ofDays(3));

    private final Duration after;

    HandedOut(Duration after) {
        this.after = after;
    }

    Optional<Duration> after() {
        return Optional.of(after).filter(Duration::isPositive);
    }
}
