package org.rung.giftfiles;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class GiftFileJobs {
    private static final Duration KEPT = Duration.ofDays(30);

    /** Goes on with what a process that died has left. */
    @Bean
    RecurringTask<Void> giftFiles(GiftFileRun run) {
        return Tasks.recurring("gift-files", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) ->
                        run.round(() -> context.getSchedulerState().isShuttingDown()));
    }

    @Bean
    RecurringTask<Void> giftFileRetention(GiftFileStore store, Clock clock) {
        return Tasks.recurring("gift-file-retention", FixedDelay.of(Duration.ofHours(6)))
                .execute((instance, context) -> {
                    var before = clock.instant().minus(KEPT);
                    while (!context.getSchedulerState().isShuttingDown() && store.forget(before)) {
                        // A few thousand rows each time, so that nobody waits for a long delete.
                    }
                });
    }
}
