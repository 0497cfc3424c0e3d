package org.rung.accounts.devices;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeviceJobs {
    @Bean
    RecurringTask<Void> oldDevices(Devices devices) {
        return Tasks.recurring("old-devices", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> devices.dropOld());
    }
}
