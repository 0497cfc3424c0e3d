package org.rung.commitments;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What time does to promises, a batch after the other; on one node at a time, and no harm if two ever meet. */
@Configuration(proxyBeanMethods = false)
class CommitmentJobs {
    private static final int BATCH = 500;

    @Bean
    RecurringTask<Void> commitmentsBroken(Keepers keepers) {
        return Tasks.recurring("commitments-broken", FixedDelay.of(Duration.ofMinutes(15)))
                .execute((instance, context) -> {
                    while (!context.getSchedulerState().isShuttingDown() && keepers.breakOverdue(BATCH)) {}
                });
    }
}
