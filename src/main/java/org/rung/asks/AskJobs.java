package org.rung.asks;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What silence does to asks, a batch after the other; two nodes may run it at once. */
@Configuration(proxyBeanMethods = false)
class AskJobs {
    private static final int BATCH = 500;

    @Bean
    RecurringTask<Void> askLearning(Learning learning) {
        return Tasks.recurring("ask-learning", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> learning.learn());
    }

    /** Named as it was stored first. */
    @Bean
    RecurringTask<Void> ladderSilences(Silences silences) {
        return Tasks.recurring("ladder-silences", FixedDelay.of(Duration.ofMinutes(15)))
                .execute((instance, context) -> {
                    while (!context.getSchedulerState().isShuttingDown() && silences.hear(BATCH)) {}
                });
    }
}
