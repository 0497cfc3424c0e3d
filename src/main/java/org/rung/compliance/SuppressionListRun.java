package org.rung.compliance;

import java.time.Clock;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.rung.common.Actor;
import org.rung.consent.SuppressionDraft;
import org.rung.consent.SuppressionWay;
import org.rung.consent.Suppressions;
import org.rung.database.Anew;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Works a list off, a batch a transaction; how far it came is part of each, so that a kill repeats nothing. */
@Component
class SuppressionListRun {
    private static final int BATCH = 1_000;

    private final SuppressionListStore store;
    private final Suppressions suppressions;
    private final ApplicationEventPublisher announce;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SuppressionListRun(
            SuppressionListStore store,
            Suppressions suppressions,
            ApplicationEventPublisher announce,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.suppressions = suppressions;
        this.announce = announce;
        this.transaction = Anew.transactions(transactions);
        this.clock = clock;
    }

    /** False when it was asked to stop before the end; then it goes on in another run. */
    boolean run(SuppressionListId id, BooleanSupplier stopping) {
        while (!stopping.getAsBoolean()) {
            if (!Boolean.TRUE.equals(transaction.execute(status -> step(id)))) return true;
        }
        return false;
    }

    void giveUp(SuppressionListId id) {
        transaction.executeWithoutResult(status ->
                store.lock(id).filter(SuppressionList::working).ifPresent(list -> end(list, ListState.FAILED)));
    }

    private boolean step(SuppressionListId id) {
        var locked = store.lock(id).filter(SuppressionList::working);
        if (locked.isEmpty()) return false;
        var list = locked.get();
        var batch = store.next(id, BATCH);
        // The day may come while a long list is worked off: then there is nothing left to do.
        boolean over = list.scope()
                .until()
                .filter(day -> !day.isAfter(clock.instant()))
                .isPresent();
        if (batch.isEmpty() || over) {
            end(list, ListState.DONE);
            return false;
        }
        var added = suppressions.add(
                new Actor.System(list.organizationId()),
                batch.stream().map(SuppressionListStore.Next::phone).toList(),
                new SuppressionDraft(
                        list.scope(),
                        list.reason(),
                        SuppressionWay.LIST,
                        Optional.of(list.suppressionListId().value())));
        store.advance(id, batch.getLast().line(), batch.size(), added.changed().size());
        announce.publishEvent(new SuppressionListMoved(list.organizationId(), id));
        return true;
    }

    private void end(SuppressionList list, ListState state) {
        store.end(list.suppressionListId(), state, clock.instant());
        announce.publishEvent(new SuppressionListMoved(list.organizationId(), list.suppressionListId()));
    }
}
