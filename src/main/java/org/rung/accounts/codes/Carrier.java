package org.rung.accounts.codes;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rung.accounts.AccountChanged;
import org.rung.accounts.Accounts;
import org.rung.accounts.AccountsPaths;
import org.rung.accounts.CodePurpose;
import org.rung.accounts.Courier;
import org.rung.accounts.Membership;
import org.rung.accounts.Organizations;
import org.rung.accounts.Parcel;
import org.rung.accounts.PasswordChanged;
import org.rung.accounts.Secrets;
import org.rung.common.Problem;
import org.rung.database.Anew;
import org.rung.settings.RungSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands codes over to whoever brings them, beside the request that asked: its time tells nobody what was found. */
@Component
class Carrier {
    private static final Logger LOG = LoggerFactory.getLogger(Carrier.class);
    private static final int BATCH = 50;
    private static final Duration KEPT = Duration.ofDays(1);

    private final CodeStore store;
    private final Accounts accounts;
    private final Organizations organizations;
    private final Secrets secrets;
    private final List<Courier> couriers;
    private final RungSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Carrier(
            CodeStore store,
            Accounts accounts,
            Organizations organizations,
            Secrets secrets,
            List<Courier> couriers,
            RungSettings settings,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.organizations = organizations;
        this.secrets = secrets;
        this.couriers = couriers;
        this.settings = settings;
        this.transaction = Anew.transactions(transactions);
        this.clock = clock;
    }

    void soon() {
        Thread.ofVirtual().name("codes").start(() -> {
            try {
                carry();
            } catch (RuntimeException broken) {
                LOG.warn("Codes could not be handed over; a job tries again", broken);
            }
        });
    }

    /** All that wait; a job does it too, for those of a server that was killed in between. */
    void carry() {
        transaction.executeWithoutResult(during -> {
            var waiting = store.lockWaiting(clock.instant(), BATCH);
            waiting.forEach(this::hand);
            if (!waiting.isEmpty()) {
                store.carried(waiting.stream().map(CodeStore.Waiting::askHash).toList());
            }
        });
    }

    private void hand(CodeStore.Waiting waiting) {
        if (!waiting.expiresAt().isAfter(clock.instant())) return;
        for (var courier : couriers) {
            if (courier.way() != waiting.way()) continue;
            // Whoever no organization lets in gets none.
            var by = accounts.memberships(waiting.accountId()).stream()
                    .filter(membership -> courier.open(membership.organizationId()))
                    .findFirst();
            if (by.isPresent()) {
                hand(courier, waiting, by.get());
                return;
            }
        }
        LOG.info("A code of account {} found nobody to take it by {}", waiting.accountId(), waiting.way());
    }

    private void hand(Courier courier, CodeStore.Waiting waiting, Membership by) {
        var code = OneTimeCode.read(secrets.open(waiting.sealed()));
        var language = accounts.get(waiting.accountId())
                .language()
                .orElseGet(() -> organizations.get(by.organizationId()).language());
        try {
            courier.take(new Parcel(
                    waiting.accountId(),
                    by.organizationId(),
                    by.organization(),
                    waiting.purpose(),
                    waiting.target(),
                    Locale.of(language),
                    code.digits(),
                    waiting.purpose() == CodePurpose.SIGN_IN ? Optional.of(link(code)) : Optional.empty(),
                    waiting.expiresAt()));
        } catch (Problem refused) {
            // Such as a number that opted out: whoever asked is told no more than anybody else.
            LOG.info(
                    "A code of account {} was not taken: {}",
                    waiting.accountId(),
                    refused.sentence().key());
        }
    }

    private String link(OneTimeCode code) {
        return settings.publicUrl() + "/" + AccountsPaths.SIGN_IN_LINK + "/"
                + code.link().text();
    }

    /** Counted by the day, so kept for one. */
    void dropOld() {
        while (store.dropBefore(clock.instant().minus(KEPT), 1_000) == 1_000) {}
    }

    @EventListener
    void on(PasswordChanged changed) {
        store.expireAll(changed.accountId(), clock.instant());
    }

    @EventListener
    void on(AccountChanged changed) {
        store.expireAll(changed.accountId(), clock.instant());
    }
}
