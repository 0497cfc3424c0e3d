package org.rung.messaging;

import java.time.Clock;
import org.rung.database.Anew;
import org.rung.senders.Failovers;
import org.rung.senders.TakeOver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * While a sender cannot send, what waits for it leaves by the one that the organization named. Threads keep their number:
 * what is written later, when it is back, leaves from it again.
 */
@Component
class Standin {
    private static final Logger LOG = LoggerFactory.getLogger(Standin.class);
    private static final int BATCH = 1_000;

    private final Failovers failovers;
    private final ParkedStore store;
    private final OutboxBell bell;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Standin(
            Failovers failovers,
            ParkedStore store,
            OutboxBell bell,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.failovers = failovers;
        this.store = store;
        this.bell = bell;
        this.transaction = Anew.transactions(transactions);
        this.clock = clock;
    }

    /** Some thousands a sender, so that the second one's queue never grows far beyond what it can send. */
    void round() {
        failovers.due().forEach(this::move);
    }

    private void move(TakeOver taken) {
        Integer moved = transaction.execute(status -> {
            int some = store.moveNew(taken.from().senderId(), taken.to().senderId(), clock.instant(), BATCH);
            if (some > 0) {
                failovers.tookOver(taken);
            }
            return some;
        });
        if (moved != null && moved > 0) {
            LOG.info(
                    "{} texts of sender {} leave by {}",
                    moved,
                    taken.from().senderId(),
                    taken.to().senderId());
            bell.ring();
        }
    }
}
