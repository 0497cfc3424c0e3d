package org.rung.texting;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Leases that have ended give their work back to everyone. */
@Component
class LeaseJob {

    private static final Logger LOG = LoggerFactory.getLogger(LeaseJob.class);

    private final GivenBackStore store;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    LeaseJob(GivenBackStore store, ApplicationEventPublisher announce, Clock clock) {
        this.store = store;
        this.announce = announce;
        this.clock = clock;
    }

    /** How many conversations came back. */
    @Transactional
    int returnExpired() {
        Instant now = clock.instant();
        List<GivenBackStore.Ended> ended = store.endedLeases(now);
        if (ended.isEmpty()) {
            return 0;
        }
        int returned = store.returnExpired(now);
        ended.forEach(one -> announce.publishEvent(
                new ConversationChanged(one.organizationId(), Optional.empty(), Optional.of(one.texter()))));
        LOG.info("{} conversations came back from leases that ended", returned);
        return returned;
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> textingLeases(LeaseJob leases) {
            return Tasks.recurring("texting-leases", FixedDelay.of(Duration.ofMinutes(1)))
                    .execute((instance, context) -> leases.returnExpired());
        }
    }
}
