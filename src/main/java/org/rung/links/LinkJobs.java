package org.rung.links;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LinkJobs {
    private static final int BATCH = 200;

    @Bean
    RecurringTask<Void> linkClicks(ClickFold fold) {
        return Tasks.recurring("link-clicks", FixedDelay.of(Duration.ofSeconds(5)))
                .execute((instance, context) -> {
                    while (!context.getSchedulerState().isShuttingDown() && fold.some(BATCH) == BATCH) {}
                });
    }

    @Bean
    RecurringTask<Void> linkSalts(Sources sources) {
        return Tasks.recurring("link-salts", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> sources.dropOld());
    }
}
