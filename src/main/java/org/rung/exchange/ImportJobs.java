package org.rung.exchange;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hands imports to the scheduler, and again after a restart. */
@Component
class ImportJobs {
    static final String TASK = "import";

    private final ImportStore store;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;

    ImportJobs(ImportStore store, ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        this.store = store;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** In the running transaction: the job is there exactly when the import is. */
    void schedule(ImportId importId) {
        var now = clock.instant();
        // A name of its own each time: the job of a dry run, or of a process that died, may not be gone yet.
        scheduler.ifAvailable(client -> client.schedule(
                ImportConfiguration.TASK_DESCRIPTOR
                        .instance(importId.text() + "-" + now.toEpochMilli())
                        .build(),
                now));
    }

    /** Elsewhere one may be alive; then both try, and the row of the import lets only one of them go on. */
    @EventListener(ApplicationReadyEvent.class)
    void resume() {
        store.working().forEach(this::schedule);
    }
}
