package org.rung.events;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What has ended is over. */
@Configuration(proxyBeanMethods = false)
class EventJobs {
    private static final int BATCH = 200;

    @Bean
    RecurringTask<Void> eventsEnded(Events events) {
        return Tasks.recurring("events-ended", FixedDelay.of(Duration.ofMinutes(5)))
                .execute((instance, context) -> {
                    while (!context.getSchedulerState().isShuttingDown() && events.end(BATCH)) {}
                });
    }
}
