package org.rung.answers;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import org.rung.common.Id;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job of this room. */
@Configuration(proxyBeanMethods = false)
class AnswersConfiguration {
    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("many-replies");
    private static final int MOST_FAULTS = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);

    @Bean
    Task<Void> manyRepliesTask(ReplyRun run) {
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
                .execute((instance, context) -> run.run(
                                job(instance), () -> context.getSchedulerState().isShuttingDown())
                        .<CompletionHandler<Void>>map(
                                when -> (complete, operations) -> operations.reschedule(complete, when))
                        .orElseGet(CompletionHandler.OnCompleteRemove::new));
    }

    private static ReplyJobId job(TaskInstance<?> instance) {
        return new ReplyJobId(Id.parse("job", instance.getId().substring(0, 13)));
    }
}
