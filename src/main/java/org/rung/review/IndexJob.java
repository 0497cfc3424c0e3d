package org.rung.review;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** On one node at a time. */
@Configuration(proxyBeanMethods = false)
class IndexJob {
    @Bean
    Task<Void> indexTexts(Indexer indexer, @Value("${rung.review.index-every:10s}") Duration every) {
        return Tasks.recurring("review-index", FixedDelay.of(every)).execute((instance, context) -> indexer.round());
    }
}
