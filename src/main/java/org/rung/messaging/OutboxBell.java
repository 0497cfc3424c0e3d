package org.rung.messaging;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Wakes the outbox of this node when there is something to send. */
@Component
class OutboxBell {
    private final Semaphore rung = new Semaphore(0);

    void ring() {
        // Many rings before anyone listens are one.
        if (rung.availablePermits() == 0) {
            rung.release();
        }
    }

    /** Before the commit nobody else can see what there is to send. */
    void ringAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            ring();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                ring();
            }
        });
    }

    /** Returns when it rang, and at the latest after {@code patience}. */
    void await(Duration patience) throws InterruptedException {
        if (rung.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            rung.drainPermits();
        }
    }
}
