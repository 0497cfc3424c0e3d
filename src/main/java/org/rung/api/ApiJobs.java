package org.rung.api;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ApiJobs {
    @Bean
    Task<Void> forgetAnsweredRequests(Repeats repeats) {
        return Tasks.recurring("api-forget-requests", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((instance, context) -> repeats.forget());
    }
}
