package org.rung.nudges;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for texts that are due, for everyone at once; a text costs nothing more where there are none. */
@Configuration(proxyBeanMethods = false)
class NudgeJobs {
    private static final int BATCH = 200;

    @Bean
    RecurringTask<Void> guestsTold(GuestMessages messages) {
        return Tasks.recurring("event-guests-told", FixedDelay.of(Duration.ofSeconds(30)))
                .execute((instance, context) -> {
                    while (!context.getSchedulerState().isShuttingDown() && messages.write(BATCH)) {}
                });
    }

    @Bean
    RecurringTask<Void> eventTexts(Nudges nudges) {
        return Tasks.recurring("event-texts", FixedDelay.of(Duration.ofSeconds(30)))
                .execute((instance, context) -> {
                    for (NudgeKind kind : NudgeKind.values()) {
                        while (!context.getSchedulerState().isShuttingDown() && nudges.write(kind, BATCH)) {}
                    }
                });
    }
}
