package org.rung.payments;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;
import org.rung.database.Anew;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares what was asked for, one run at a time for an organization whatever number of nodes try. No transaction is open
 * while the provider is asked: a lease says that the run is alive, and after it ends another begins anew, which writes
 * nothing twice.
 */
@Component
class ComparisonRun {
    private static final Logger LOG = LoggerFactory.getLogger(ComparisonRun.class);

    /** One answer of the provider comes within 25 seconds, or the run is told that there is none. */
    static final Duration LEASE = Duration.ofMinutes(2);

    private static final int MOST_TRIES = 5;

    private final ComparisonStore store;
    private final Reconciliation reconciliation;
    private final PaymentAccounts accounts;
    private final PaymentAccountStore keys;
    private final ApplicationEventPublisher announce;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ComparisonRun(
            ComparisonStore store,
            Reconciliation reconciliation,
            PaymentAccounts accounts,
            PaymentAccountStore keys,
            ApplicationEventPublisher announce,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.reconciliation = reconciliation;
        this.accounts = accounts;
        this.keys = keys;
        this.announce = announce;
        this.transaction = Anew.transactions(transactions);
        this.clock = clock;
    }

    /** Every organization that takes money online, one after the other; one whose provider is silent is compared tomorrow. */
    void night(BooleanSupplier stopping) {
        for (OrganizationId here : keys.keyed()) transaction.executeWithoutResult(status -> store.ask(here, now()));
        round(stopping);
    }

    /** What waits, and what a node that died has left. */
    void round(BooleanSupplier stopping) {
        for (OrganizationId here : store.due(now())) if (!stopping.getAsBoolean()) run(here, stopping);
    }

    void run(OrganizationId here, BooleanSupplier stopping) {
        Optional<ComparisonStore.Claim> claimed = Optional.ofNullable(
                        transaction.execute(status -> store.claim(here, now(), now().plus(LEASE))))
                .orElseThrow();
        if (claimed.isEmpty()) return;
        ComparisonStore.Claim claim = claimed.get();
        announce.publishEvent(new OnlineMoved(here));
        if (claim.tries() > MOST_TRIES) {
            end(claim, ComparisonState.FAILED, Optional.empty());
            return;
        }
        try {
            reconciliation.compare(here, new Tally(claim.mended(), clock, soFar -> went(claim, soFar, stopping)));
            end(claim, ComparisonState.DONE, Optional.empty());
        } catch (Left left) {
            if (!left.overtaken) store.giveBack(claim);
        } catch (ProviderTrouble trouble) {
            accounts.troubled(here, trouble);
            end(claim, ComparisonState.FAILED, Optional.of(trouble.trouble()));
            LOG.warn("The books of {} could not be compared: {}", here, trouble.trouble());
        } catch (Problem.Conflict disconnected) {
            end(claim, ComparisonState.FAILED, Optional.of(Trouble.KEY));
        } catch (RuntimeException fault) {
            // It is taken up again once its lease is over.
            LOG.warn("The comparison of the books of {} broke off", here, fault);
        }
    }

    private void went(ComparisonStore.Claim claim, Reconciliation.Compared soFar, BooleanSupplier stopping) {
        if (!store.went(claim, soFar, now().plus(LEASE))) throw new Left(true);
        announce.publishEvent(new OnlineMoved(claim.organizationId()));
        if (stopping.getAsBoolean()) throw new Left(false);
    }

    private void end(ComparisonStore.Claim claim, ComparisonState state, Optional<Trouble> trouble) {
        store.end(claim, state, trouble, now());
        announce.publishEvent(new OnlineMoved(claim.organizationId()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** This run does not go on: another has it, or this node is asked to end. */
    private static final class Left extends RuntimeException {
        private final boolean overtaken;

        Left(boolean overtaken) {
            super(null, null, false, false);
            this.overtaken = overtaken;
        }
    }
}
