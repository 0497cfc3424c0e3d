package org.rung.accounts.codes;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CodeJobs {
    @Bean
    RecurringTask<Void> oneTimeCodes(Carrier carrier) {
        return Tasks.recurring("one-time-codes", FixedDelay.of(Duration.ofSeconds(5)))
                .execute((instance, context) -> carrier.carry());
    }

    @Bean
    RecurringTask<Void> oldCodes(Carrier carrier) {
        return Tasks.recurring("old-codes", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> carrier.dropOld());
    }
}
