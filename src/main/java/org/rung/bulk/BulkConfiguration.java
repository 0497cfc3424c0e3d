package org.rung.bulk;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.rung.common.Id;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The jobs of this room. */
@Configuration(proxyBeanMethods = false)
class BulkConfiguration {
    static final TaskDescriptor<Void> TASK = TaskDescriptor.of(BulkTasks.TASK);
    private static final int MOST_FAULTS = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);

    @Bean
    Task<Void> bulkTask(BulkRun run) {
        return Tasks.custom(TASK)
                .onFailure((complete, operations) -> {
                    var execution = complete.getExecution();
                    int before = execution.consecutiveFailures;
                    if (before + 1 < MOST_FAULTS) {
                        operations.reschedule(
                                complete, complete.getTimeDone().plus(FIRST_PAUSE.multipliedBy(1L << before)));
                    } else {
                        run.giveUp(job(execution.taskInstance));
                        operations.remove();
                    }
                })
                .onDeadExecutionRevive()
                .execute((instance, context) ->
                        run.run(job(instance), () -> context.getSchedulerState().isShuttingDown())
                                ? new CompletionHandler.OnCompleteRemove<>()
                                : new CompletionHandler.OnCompleteReschedule<>(FixedDelay.ofSeconds(0)));
    }

    private static BulkJobId job(TaskInstance<?> instance) {
        return new BulkJobId(Id.parse("job", instance.getId().substring(0, 13)));
    }

    /** Whom a job was about is known for a week, for the way back; then it is nobody's business. */
    @Bean
    RecurringTask<Void> bulkRetention(BulkPeopleStore people, Clock clock) {
        return Tasks.recurring("bulk-retention", FixedDelay.of(Duration.ofHours(6)))
                .execute((instance, context) -> {
                    var before = clock.instant().minus(BulkJob.KEPT);
                    while (!context.getSchedulerState().isShuttingDown() && people.forget(before)) {}
                });
    }
}
