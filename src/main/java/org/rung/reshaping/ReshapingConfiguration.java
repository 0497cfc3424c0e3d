package org.rung.reshaping;

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

/** The job of this room. */
@Configuration(proxyBeanMethods = false)
class ReshapingConfiguration {
    static final TaskDescriptor<Void> TASK = TaskDescriptor.of(RunTasks.TASK);
    private static final int MOST_FAULTS = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);

    @Bean
    Task<Void> ladderRunTask(RunWork work) {
        return Tasks.custom(TASK)
                .onFailure((complete, operations) -> {
                    var execution = complete.getExecution();
                    int before = execution.consecutiveFailures;
                    if (before + 1 < MOST_FAULTS) {
                        operations.reschedule(
                                complete, complete.getTimeDone().plus(FIRST_PAUSE.multipliedBy(1L << before)));
                    } else {
                        work.giveUp(run(execution.taskInstance));
                        operations.remove();
                    }
                })
                .onDeadExecutionRevive()
                .execute((instance, context) -> work.run(
                                run(instance), () -> context.getSchedulerState().isShuttingDown())
                        ? new CompletionHandler.OnCompleteRemove<>()
                        : new CompletionHandler.OnCompleteReschedule<>(FixedDelay.ofSeconds(0)));
    }

    private static LadderRunId run(TaskInstance<?> instance) {
        return new LadderRunId(Id.parse("job", instance.getId().substring(0, 13)));
    }
}
