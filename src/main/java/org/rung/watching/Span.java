package org.rung.watching;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** How long a row of counts is, and how long it is kept. */
public enum Span {
    MINUTE(ChronoUnit.MINUTES, Duration.ofHours(2)),
    HOUR(ChronoUnit.HOURS, Duration.ofDays(35));

    final ChronoUnit unit;
    final Duration kept;

    Span(ChronoUnit unit, Duration kept) {
        this.unit = unit;
        this.kept = kept;
    }
}
