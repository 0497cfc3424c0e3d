package org.rung.reminders;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for texts that are due, for everyone at once; on one node at a time, and no harm if two ever meet. */
@Configuration(proxyBeanMethods = false)
class ReminderJobs {
    private static final int BATCH = 200;

    @Bean
    RecurringTask<Void> promiseTexts(Reminders reminders) {
        return Tasks.recurring("promise-texts", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> {
                    for (ReminderKind kind : ReminderKind.values()) {
                        while (!context.getSchedulerState().isShuttingDown() && reminders.write(kind, BATCH)) {}
                    }
                });
    }
}
