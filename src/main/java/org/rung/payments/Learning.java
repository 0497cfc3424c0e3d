package org.rung.payments;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.rung.accounts.Organizations;
import org.rung.common.OrganizationId;
import org.rung.payments.stripe.StripeLook;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Looks at the provider how something stands, and keeps it. No transaction is open while it is asked. */
@Component
class Learning {
    private final StripeLook look;
    private final PaymentAccounts accounts;
    private final PaymentBooks books;
    private final CheckoutStore checkouts;
    private final StandingStore standings;
    private final Organizations organizations;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Learning(
            StripeLook look,
            PaymentAccounts accounts,
            PaymentBooks books,
            CheckoutStore checkouts,
            StandingStore standings,
            Organizations organizations,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.look = look;
        this.accounts = accounts;
        this.books = books;
        this.checkouts = checkouts;
        this.standings = standings;
        this.organizations = organizations;
        this.announce = announce;
        this.clock = clock;
    }

    /** @throws ProviderTrouble when it has to be asked again */
    void about(OrganizationId here, EventKind kind, String subject) {
        ProviderKeys keys = accounts.keys(here);
        switch (kind.about()) {
            case CHECKOUT -> checkout(keys, subject, kind == EventKind.FAILED_LATE);
            case INVOICE -> invoice(keys, subject);
            case STANDING -> standing(keys, subject);
            case PAYMENT -> books.write(here, look.payment(keys, subject));
        }
    }

    private void checkout(ProviderKeys keys, String sessionId, boolean failed) {
        SeenCheckout seen = look.checkout(keys, sessionId);
        if (seen.checkoutId().isEmpty()) return;
        CheckoutState state = failed && seen.state() == CheckoutState.PENDING ? CheckoutState.FAILED : seen.state();
        checkouts.became(keys.organizationId(), seen.checkoutId().get(), state, now());
        if (seen.subscription().isPresent()) standing(keys, seen.subscription().get());
        if (seen.invoice().isPresent()) invoice(keys, seen.invoice().get());
        if (seen.payment().isPresent() && seen.state() == CheckoutState.PAID)
            books.write(keys.organizationId(), look.payment(keys, seen.payment().get()));
    }

    private void invoice(ProviderKeys keys, String invoiceId) {
        SeenInvoice seen = look.invoice(keys, invoiceId);
        Optional<String> subscription = seen.subscription();
        if (subscription.isEmpty() || !standing(keys, subscription.get())) return;
        for (String id : seen.payments()) {
            SeenPayment payment = look.payment(keys, id);
            if (payment.paid()) books.write(keys.organizationId(), payment);
            else failed(keys.organizationId(), subscription.get(), payment.failure());
        }
    }

    private void failed(OrganizationId here, String subscription, String failure) {
        standings.failed(here, subscription, failure, now());
        announce.publishEvent(new OnlineMoved(here));
    }

    /** False for what is not ours. */
    boolean standing(ProviderKeys keys, String subscriptionId) {
        OrganizationId here = keys.organizationId();
        Instant seenAt = now();
        SeenStanding seen = look.standing(keys, subscriptionId);
        if (seen.checkoutId().isEmpty()) return false;
        Optional<Checkout> begun = checkouts.find(here, seen.checkoutId().get());
        standings.learn(
                here,
                seen,
                begun.flatMap(Checkout::supporterId),
                begun.map(Checkout::language)
                        .orElseGet(() -> organizations.get(here).language()),
                seenAt);
        announce.publishEvent(new OnlineMoved(here));
        return true;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
