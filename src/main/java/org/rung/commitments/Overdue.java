package org.rung.commitments;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When an open promise counts as broken. */
final class Overdue {
    /** Sheets from the door and lists of shifts are typed in on the days after. */
    static final Duration AFTER_DUE = Duration.ofDays(3);

    /** Without a day, as long as someone rests after a no: by then it was done or forgotten, and another ask may come. */
    static final Duration WITHOUT_DUE = Duration.ofDays(30);

    private Overdue() {}

    static Instant at(Instant promisedAt, Optional<Instant> dueAt) {
        return dueAt.map(due -> due.plus(AFTER_DUE)).orElse(promisedAt.plus(WITHOUT_DUE));
    }
}
