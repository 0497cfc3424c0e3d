package org.rung.bulk;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hands jobs to the scheduler, and again after a restart. */
@Component
class BulkTasks {
    static final String TASK = "bulk";

    private final BulkStore store;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;

    BulkTasks(BulkStore store, ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        this.store = store;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** In the running transaction: the task is there exactly when the job is. */
    void schedule(BulkJobId job) {
        var now = clock.instant();
        // A name of its own each time: the task of the way there, or of a process that died, may not be gone yet.
        scheduler.ifAvailable(client -> client.schedule(
                BulkConfiguration.TASK
                        .instance(job.text() + "-" + now.toEpochMilli())
                        .build(),
                now));
    }

    /** Elsewhere one may be alive; then both try, and the row of the job lets only one of them do each batch. */
    @EventListener(ApplicationReadyEvent.class)
    void resume() {
        store.working().forEach(this::schedule);
    }
}
