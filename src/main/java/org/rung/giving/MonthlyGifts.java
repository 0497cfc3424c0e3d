package org.rung.giving;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who gives every month, and whose payment is missing. */
@Service
public class MonthlyGifts {
    /** The longest month, and the days for which files and providers are late. */
    public static final Duration LATE = Duration.ofDays(36);

    private static final Duration OVER = Duration.ofDays(120);

    private final MonthlyStore store;
    private final Clock clock;

    MonthlyGifts(MonthlyStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** By their latest payment, the latest first; who paid nothing for 120 days gives monthly no more. */
    @Transactional(readOnly = true)
    public Page<MonthlyRow> page(Actor actor, boolean onlyLate, Page.Wanted wanted) {
        actor.must(Permission.SEE_GIVING);
        Instant now = clock.instant();
        List<MonthlyRow> rows = store.page(
                actor.organization(),
                now.minus(OVER),
                now.minus(LATE),
                onlyLate,
                wanted.after().map(Page.Place::read),
                wanted.size() + 1);
        if (rows.size() <= wanted.size()) return new Page<>(rows, Optional.empty());
        List<MonthlyRow> shown = rows.subList(0, wanted.size());
        return new Page<>(shown, Optional.of(shown.getLast().place()));
    }
}
