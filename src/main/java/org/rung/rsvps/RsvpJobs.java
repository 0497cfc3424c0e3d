package org.rung.rsvps;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What time does to those who come, a batch after the other; two nodes may run it at once. */
@Configuration(proxyBeanMethods = false)
class RsvpJobs {
    private static final int BATCH = 50;

    @Bean
    RecurringTask<Void> placesFilled(Aftermath aftermath) {
        return Tasks.recurring("event-places-filled", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> {
                    while (!context.getSchedulerState().isShuttingDown() && aftermath.fill(BATCH)) {}
                });
    }

    @Bean
    RecurringTask<Void> shiftsSettled(Aftermath aftermath) {
        return Tasks.recurring("event-shifts-settled", FixedDelay.of(Duration.ofMinutes(15)))
                .execute((instance, context) -> {
                    while (!context.getSchedulerState().isShuttingDown() && aftermath.settle(BATCH)) {}
                });
    }
}
