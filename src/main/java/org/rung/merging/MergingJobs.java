package org.rung.merging;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What time does here; two nodes may run it at once. */
@Configuration(proxyBeanMethods = false)
class MergingJobs {

    @Bean
    RecurringTask<Void> duplicatesLook(Looks looks) {
        return Tasks.recurring("duplicates-look", FixedDelay.of(Duration.ofMinutes(5)))
                .execute((instance, context) -> {
                    while (!context.getSchedulerState().isShuttingDown() && looks.some()) {}
                });
    }

    @Bean
    RecurringTask<Void> mergesSettle(Merges merges) {
        return Tasks.recurring("merges-settle", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> {
                    while (!context.getSchedulerState().isShuttingDown() && merges.settleOld()) {}
                });
    }
}
