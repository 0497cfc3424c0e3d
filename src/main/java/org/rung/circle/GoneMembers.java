package org.rung.circle;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.rung.people.Relationships;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A private list does not outlive its owner here: a month after a member was suspended it is deleted. */
@Component
class GoneMembers {
    static final Duration KEPT = Duration.ofDays(30);

    private final ContactStore store;
    private final Relationships relationships;
    private final TransactionTemplate transaction;
    private final Clock clock;

    GoneMembers(ContactStore store, Relationships relationships, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.relationships = relationships;
        this.transaction = transaction;
        this.clock = clock;
    }

    void forget() {
        for (var gone : store.gone(clock.instant().minus(KEPT))) {
            transaction.executeWithoutResult(status -> {
                store.deletePrivate(gone.organizationId(), gone.memberId());
                relationships.unmetPrivately(gone.organizationId(), gone.memberId());
            });
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {
        @Bean
        RecurringTask<Void> circleGoneMembers(GoneMembers members) {
            return Tasks.recurring("circle-gone-members", FixedDelay.of(Duration.ofHours(6)))
                    .execute((instance, context) -> members.forget());
        }
    }
}
