package org.rung.compliance;

import com.github.kagkarlsson.scheduler.SchedulerClient;
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
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** The jobs of lists of numbers, begun anew after a restart. */
@Configuration(proxyBeanMethods = false)
class SuppressionListTasks {
    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("do-not-text-list");
    private static final int MOST_FAULTS = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    /** Refused rows are people's numbers that the organization did not take in. */
    private static final Duration KEPT = Duration.ofDays(30);

    @Bean
    Task<Void> suppressionListTask(SuppressionListRun run) {
        return Tasks.custom(TASK)
                .onFailure((complete, operations) -> {
                    var execution = complete.getExecution();
                    int before = execution.consecutiveFailures;
                    if (before + 1 < MOST_FAULTS) {
                        operations.reschedule(
                                complete, complete.getTimeDone().plus(FIRST_PAUSE.multipliedBy(1L << before)));
                    } else {
                        run.giveUp(list(execution.taskInstance));
                        operations.remove();
                    }
                })
                .onDeadExecutionRevive()
                .execute((instance, context) -> run.run(
                                list(instance),
                                () -> context.getSchedulerState().isShuttingDown())
                        ? new CompletionHandler.OnCompleteRemove<>()
                        : new CompletionHandler.OnCompleteReschedule<>(FixedDelay.ofSeconds(0)));
    }

    private static SuppressionListId list(TaskInstance<?> instance) {
        return new SuppressionListId(Id.parse("list", instance.getId().substring(0, 13)));
    }

    @Bean
    RecurringTask<Void> suppressionListRetention(SuppressionListStore store, Clock clock) {
        return Tasks.recurring("do-not-text-retention", FixedDelay.of(Duration.ofHours(6)))
                .execute((instance, context) -> {
                    var before = clock.instant().minus(KEPT);
                    while (!context.getSchedulerState().isShuttingDown() && store.forget(before)) {}
                });
    }

    /** Hands lists to the scheduler. */
    @org.springframework.stereotype.Component
    static class Bell {
        private final SuppressionListStore store;
        private final ObjectProvider<SchedulerClient> scheduler;
        private final Clock clock;

        Bell(SuppressionListStore store, ObjectProvider<SchedulerClient> scheduler, Clock clock) {
            this.store = store;
            this.scheduler = scheduler;
            this.clock = clock;
        }

        /** In the running transaction: the task is there exactly when the list is. */
        void ring(SuppressionListId list) {
            var now = clock.instant();
            scheduler.ifAvailable(client -> client.schedule(
                    TASK.instance(list.text() + "-" + now.toEpochMilli()).build(), now));
        }

        /** Elsewhere one may be alive; then both try, and the row of the list lets only one of them do each batch. */
        @EventListener(ApplicationReadyEvent.class)
        void resume() {
            store.working().forEach(this::ring);
        }
    }
}
