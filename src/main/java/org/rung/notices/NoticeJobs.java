package org.rung.notices;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NoticeJobs {
    @Bean
    RecurringTask<Void> noticeLetters(Letters letters) {
        return Tasks.recurring("notice-letters", FixedDelay.of(Duration.ofSeconds(30)))
                .execute((instance, context) -> letters.send());
    }

    /** They leave by themselves; this is for what did not. */
    @Bean
    RecurringTask<Void> accountLetters(AccountLetters letters) {
        return Tasks.recurring("account-letters", FixedDelay.of(Duration.ofSeconds(10)))
                .execute((instance, context) -> letters.send());
    }
}
