package org.rung.senders;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room does by itself, on one node at a time. */
@Configuration(proxyBeanMethods = false)
class SenderJobs {
    @Bean
    Task<Void> lookForRoom(SenderRooms rooms) {
        return Tasks.recurring("senders-room", FixedDelay.of(Duration.ofMinutes(15)))
                .execute((instance, context) -> rooms.look());
    }
}
