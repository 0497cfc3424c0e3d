package org.rung.alerts;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AlertJobs {
    @Bean
    RecurringTask<Void> alertBrowsers(Alerting alerting) {
        return Tasks.recurring("alert-browsers", FixedDelay.of(Duration.ofSeconds(15)))
                .execute((instance, context) -> alerting.tell());
    }

    @Bean
    RecurringTask<Void> alertDigests(Alerting alerting) {
        return Tasks.recurring("alert-digests", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((instance, context) -> alerting.digest());
    }
}
