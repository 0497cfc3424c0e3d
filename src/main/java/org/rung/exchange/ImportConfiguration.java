package org.rung.exchange;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.rung.common.Id;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The jobs of this room. */
@Configuration(proxyBeanMethods = false)
class ImportConfiguration {
    static final TaskDescriptor<Void> TASK_DESCRIPTOR = TaskDescriptor.of(ImportJobs.TASK);

    @Bean
    Task<Void> importTask(ImportRun run, ImportFaults faults) {
        return Tasks.custom(TASK_DESCRIPTOR)
                .onFailure((complete, operations) -> {
                    var execution = complete.getExecution();
                    faults.next(importId(execution.taskInstance), execution.consecutiveFailures)
                            .ifPresentOrElse(
                                    pause -> operations.reschedule(
                                            complete, complete.getTimeDone().plus(pause)),
                                    operations::remove);
                })
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    boolean whole = run.run(
                            importId(instance),
                            () -> context.getSchedulerState().isShuttingDown());
                    return whole
                            ? new CompletionHandler.OnCompleteRemove<>()
                            : new CompletionHandler.OnCompleteReschedule<>(FixedDelay.ofSeconds(0));
                });
    }

    private static ImportId importId(TaskInstance<?> instance) {
        return new ImportId(Id.parse("import", instance.getId().substring(0, 13)));
    }

    /** Rejects hold personal data that the organization did not take in: they go after 30 days, abandoned uploads after 7. */
    @Bean
    Task<Void> importRetention(ImportRetention retention) {
        return Tasks.recurring("import-retention", FixedDelay.of(Duration.ofHours(6)))
                .execute((instance, context) -> retention.tidy());
    }
}
