package org.rung.digests;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DigestJobs {
    @Bean
    RecurringTask<Void> weeklyDigests(Digests digests) {
        return Tasks.recurring("weekly-digests", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((instance, context) -> digests.send());
    }
}
