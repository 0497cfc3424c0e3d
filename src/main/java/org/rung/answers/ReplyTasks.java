package org.rung.answers;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hands jobs to the scheduler, and again after a restart. */
@Component
class ReplyTasks {
    private final ReplyStore store;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;

    ReplyTasks(ReplyStore store, ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        this.store = store;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** In the running transaction: the task is there exactly when the job is. */
    void schedule(ReplyJobId job, Instant when) {
        // A name of its own each time: the task before, or of a process that died, may not be gone yet.
        scheduler.ifAvailable(client -> client.schedule(
                AnswersConfiguration.TASK
                        .instance(job.text() + "-" + clock.instant().toEpochMilli())
                        .build(),
                when));
    }

    /** Elsewhere one may be alive; then both try, and the row of the job lets only one of them do each conversation. */
    @EventListener(ApplicationReadyEvent.class)
    void resume() {
        store.working().forEach(job -> schedule(job.replyJobId(), clock.instant()));
    }
}
