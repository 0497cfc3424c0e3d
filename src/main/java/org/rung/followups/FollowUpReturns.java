package org.rung.followups;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.rung.people.SupportersErased;
import org.rung.texting.Asides;
import org.rung.texting.ConversationId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of follow-ups without a person: their day comes, or whom they are about is erased. */
@Component
class FollowUpReturns {
    private static final Logger LOG = LoggerFactory.getLogger(FollowUpReturns.class);
    private static final int BATCH = 500;

    private final FollowUpStore store;
    private final Asides asides;
    private final Clock clock;

    FollowUpReturns(FollowUpStore store, Asides asides, Clock clock) {
        this.store = store;
        this.asides = asides;
        this.clock = clock;
    }

    /** True when there may be more. Read without locks: whoever puts one off locks its conversation first, too. */
    @Transactional
    boolean bringBack(int atMost) {
        Instant now = clock.instant();
        List<ConversationId> due = store.due(now, atMost);
        if (due.isEmpty()) return false;
        int back = asides.comeBack(due);
        store.done(due, now);
        if (back > 0) LOG.info("{} conversations came back on their day", back);
        return due.size() == atMost;
    }

    @EventListener
    void erased(SupportersErased people) {
        store.deleteOf(people.organizationId(), people.supporters());
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {
        @Bean
        RecurringTask<Void> followUpsReturn(FollowUpReturns returns) {
            return Tasks.recurring("follow-ups-return", FixedDelay.of(Duration.ofMinutes(1)))
                    .execute((instance, context) -> {
                        while (!context.getSchedulerState().isShuttingDown() && returns.bringBack(BATCH)) {}
                    });
        }
    }
}
