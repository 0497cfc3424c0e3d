package org.rung.reshaping;

import java.time.Clock;
import java.util.function.BooleanSupplier;
import org.rung.common.Problem;
import org.rung.database.Anew;
import org.rung.ladder.Forecast;
import org.rung.ladder.Refolds;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Walks through everyone, a batch a transaction. How far it came is part of each batch's transaction, so that after a
 * kill it goes on exactly where it was, and nobody is counted twice.
 */
@Component
class RunWork {
    private static final int BATCH = 2_000;

    private final RunStore store;
    private final RunPeopleStore people;
    private final Refolds refolds;
    private final ApplicationEventPublisher announce;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RunWork(
            RunStore store,
            RunPeopleStore people,
            Refolds refolds,
            ApplicationEventPublisher announce,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.people = people;
        this.refolds = refolds;
        this.announce = announce;
        this.transaction = Anew.transactions(transactions);
        this.clock = clock;
    }

    /** False when it was asked to stop before the end; then it goes on in another run. */
    boolean run(LadderRunId id, BooleanSupplier stopping) {
        while (!stopping.getAsBoolean()) {
            try {
                if (!Boolean.TRUE.equals(transaction.execute(status -> step(id)))) return true;
            } catch (Problem gone) {
                giveUp(id);
                return true;
            }
        }
        return false;
    }

    /** After several faults in a row nobody waits for it any longer. */
    void giveUp(LadderRunId id) {
        transaction.executeWithoutResult(
                status -> store.lock(id).filter(LadderRun::working).ifPresent(run -> end(run, RunState.FAILED)));
    }

    /** False when there is nothing more to do; the lock lets only one process at a time go on. */
    private boolean step(LadderRunId id) {
        var locked = store.lock(id).filter(LadderRun::working);
        if (locked.isEmpty()) return false;
        var run = locked.get();
        boolean more =
                switch (run.kind()) {
                    case PREVIEW -> look(run);
                    case APPLY -> follow(run);
                };
        if (!more) end(run, RunState.DONE);
        announce.publishEvent(new RunMoved(run.organizationId(), run.ladderId()));
        return more;
    }

    private boolean look(LadderRun run) {
        var seen = refolds.foresee(
                run.organizationId(), run.ladderId(), run.shape().orElseThrow(), run.after(), BATCH);
        if (seen.last().isEmpty()) return false;
        people.add(run, seen.moved());
        int rises = (int) seen.moved().stream().filter(Forecast::rises).count();
        store.advance(
                run.runId(),
                seen.last().get(),
                seen.people(),
                rises,
                seen.moved().size() - rises);
        return true;
    }

    private boolean follow(LadderRun run) {
        var done = refolds.refold(run.organizationId(), run.ladderId(), run.after(), BATCH);
        if (done.last().isEmpty()) return false;
        store.advance(run.runId(), done.last().get(), done.people(), done.rises(), done.falls());
        return true;
    }

    private void end(LadderRun run, RunState state) {
        store.end(run.runId(), state, clock.instant());
        announce.publishEvent(new RunMoved(run.organizationId(), run.ladderId()));
    }
}
