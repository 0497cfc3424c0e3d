package org.rung.payments;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.database.Anew;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks for a comparison of the provider's books with ours, which runs in the background, and says how the latest one is. */
@Service
public class Comparisons {
    private final ComparisonStore store;
    private final PaymentAccounts accounts;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final ApplicationEventPublisher announce;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Comparisons(
            ComparisonStore store,
            PaymentAccounts accounts,
            ObjectProvider<SchedulerClient> scheduler,
            ApplicationEventPublisher announce,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.scheduler = scheduler;
        this.announce = announce;
        this.transaction = Anew.transactions(transactions);
        this.clock = clock;
    }

    /**
     * Begins one within a second or two; the provider is not asked anything here.
     *
     * @return false while one is under way, which is not begun a second time
     * @throws Problem.Conflict where no provider is connected
     */
    public boolean ask(Actor actor) {
        actor.must(Permission.SEE_GIVING);
        OrganizationId here = actor.organization();
        accounts.keys(here);
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            if (!store.ask(here, now)) return false;
            // A name of its own each time: the task of the one before may not be gone yet.
            scheduler.ifAvailable(client -> client.schedule(
                    PaymentJobs.COMPARISON
                            .instance(here.text() + "-" + now.toEpochMilli())
                            .build(),
                    now));
            announce.publishEvent(new OnlineMoved(here));
            return true;
        }));
    }

    /** How the latest one is, whether a person or the night has asked for it. */
    public Optional<Comparison> latest(Actor actor) {
        actor.must(Permission.SEE_GIVING);
        return store.of(actor.organization());
    }
}
