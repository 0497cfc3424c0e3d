package org.rung.merging;

import java.time.Clock;
import java.time.Duration;
import org.rung.common.OrganizationId;
import org.rung.database.Anew;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks for people who are in the list twice, in organizations where somebody is new, and in all of them once a day. */
@Component
class Looks {
    private static final Duration LONG = Duration.ofDays(1);
    /** While a list comes in there are new people all the time. */
    private static final Duration APART = Duration.ofMinutes(4);

    private static final int BATCH = 50;

    private final DuplicateStore store;
    private final Duplicates duplicates;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Looks(DuplicateStore store, Duplicates duplicates, PlatformTransactionManager transactions, Clock clock) {
        this.store = store;
        this.duplicates = duplicates;
        this.transaction = Anew.transactions(transactions);
        this.clock = clock;
    }

    /** True when there may be more. */
    boolean some() {
        var now = clock.instant();
        var due = store.due(now.minus(LONG), now.minus(APART), BATCH);
        for (OrganizationId each : due) {
            transaction.executeWithoutResult(status -> duplicates.look(each, now, now.minus(APART)));
        }
        return due.size() == BATCH;
    }
}
