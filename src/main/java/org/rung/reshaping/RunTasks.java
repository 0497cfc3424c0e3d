package org.rung.reshaping;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hands runs to the scheduler, and again after a restart. */
@Component
class RunTasks {
    static final String TASK = "ladder-run";

    private final RunStore store;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;

    RunTasks(RunStore store, ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        this.store = store;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** In the running transaction: the task is there exactly when the run is. */
    void schedule(LadderRunId run) {
        var now = clock.instant();
        scheduler.ifAvailable(client -> client.schedule(
                ReshapingConfiguration.TASK
                        .instance(run.text() + "-" + now.toEpochMilli())
                        .build(),
                now));
    }

    /** Elsewhere one may be alive; then both try, and the row of the run lets only one of them do each batch. */
    @EventListener(ApplicationReadyEvent.class)
    void resume() {
        store.working().forEach(this::schedule);
    }
}
