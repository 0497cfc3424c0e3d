package org.rung.messaging;

import java.time.Clock;
import org.rung.database.Anew;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Numbers are given to new people: one that was bad may be texted again after months, each time after twice as many. */
@Component
class Rechecks {
    private static final Logger LOG = LoggerFactory.getLogger(Rechecks.class);
    private static final int BATCH = 5_000;

    private final ReachabilityStore store;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Rechecks(ReachabilityStore store, PlatformTransactionManager transactions, Clock clock) {
        this.store = store;
        this.transaction = Anew.transactions(transactions);
        this.clock = clock;
    }

    /** All that are due, some thousands to a transaction. */
    void round() {
        int all = 0;
        int some;
        do {
            Integer freed = transaction.execute(status -> store.giveAnotherChance(clock.instant(), BATCH));
            some = freed == null ? 0 : freed;
            all += some;
        } while (some == BATCH);
        if (all > 0) {
            LOG.info("{} numbers that were bad may be texted again", all);
        }
    }
}
