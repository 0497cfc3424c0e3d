package org.rung.people;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What time does here; two nodes may run it at once. */
@Configuration(proxyBeanMethods = false)
class PeopleJobs {

    @Bean
    RecurringTask<Void> peopleSpots(Spots spots) {
        return Tasks.recurring("people-spots", FixedDelay.of(Duration.ofMinutes(5)))
                .execute((instance, context) -> {
                    while (!context.getSchedulerState().isShuttingDown() && spots.some()) {}
                });
    }
}
