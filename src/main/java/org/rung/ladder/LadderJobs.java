package org.rung.ladder;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What time does to the ladder, a batch after the other; two nodes may run it at once. */
@Configuration(proxyBeanMethods = false)
class LadderJobs {
    private static final int BATCH = 500;

    @Bean
    RecurringTask<Void> ladderFalls(Falls falls) {
        return Tasks.recurring("ladder-falls", FixedDelay.of(Duration.ofMinutes(15)))
                .execute((instance, context) -> {
                    while (!context.getSchedulerState().isShuttingDown() && falls.release(BATCH)) {}
                    while (!context.getSchedulerState().isShuttingDown() && falls.some(BATCH)) {}
                });
    }
}
