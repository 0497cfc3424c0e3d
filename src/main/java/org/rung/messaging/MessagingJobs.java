package org.rung.messaging;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What messaging does by itself, on one node at a time. */
@Configuration(proxyBeanMethods = false)
class MessagingJobs {
    @Bean
    Task<Void> settleTexts(Settler settler, @Value("${rung.texting.settle-every:3s}") Duration every) {
        return Tasks.recurring("messaging-settle", FixedDelay.of(every))
                .execute((instance, context) -> settler.settle());
    }

    @Bean
    Task<Void> unparkTexts(Settler settler) {
        return Tasks.recurring("messaging-unpark", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> settler.unpark());
    }

    @Bean
    Task<Void> wipeForgottenTexts(Forgetting forgetting) {
        return Tasks.recurring("messaging-forget", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> forgetting.wipe());
    }

    @Bean
    Task<Void> standIn(Standin standin) {
        return Tasks.recurring("messaging-stand-in", FixedDelay.of(Duration.ofSeconds(10)))
                .execute((instance, context) -> standin.round());
    }

    @Bean
    Task<Void> recheckNumbers(Rechecks rechecks) {
        return Tasks.recurring("messaging-recheck", Schedules.daily(LocalTime.of(4, 30)))
                .execute((instance, context) -> rechecks.round());
    }

    @Bean
    Task<Void> giveUpWaitingForReports(Settler settler) {
        return Tasks.recurring("messaging-give-up-waiting", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((instance, context) -> settler.giveUpWaiting());
    }
}
