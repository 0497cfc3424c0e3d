package org.rung.payments.stripe;

import com.stripe.model.Charge;
import com.stripe.model.Invoice;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Subscription;
import com.stripe.model.checkout.Session;
import com.stripe.param.InvoicePaymentListParams;
import com.stripe.param.InvoiceRetrieveParams;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.rung.payments.CheckoutId;
import org.rung.payments.Glimpse;
import org.rung.payments.ProviderKeys;
import org.rung.payments.SeenCheckout;
import org.rung.payments.SeenInvoice;
import org.rung.payments.SeenPayment;
import org.rung.payments.SeenStanding;
import org.springframework.stereotype.Component;

/**
 * How things stand at Stripe at this moment. An event only says where to look: so it does not matter in which order events
 * come, how late, or how often.
 */
@Component
public class StripeLook {
    private static final long PAGE = 100;

    private final StripeClients clients;
    private final StripeReturns returns;

    StripeLook(StripeClients clients, StripeReturns returns) {
        this.clients = clients;
        this.returns = returns;
    }

    public SeenCheckout checkout(ProviderKeys keys, String sessionId) {
        Session session =
                clients.ask(keys, stripe -> stripe.v1().checkout().sessions().retrieve(sessionId));
        return new SeenCheckout(
                session.getId(),
                StripeMarks.read(keys.organizationId(), Optional.ofNullable(session.getMetadata())),
                StripeStates.of(session),
                Optional.ofNullable(session.getPaymentIntent()),
                Optional.ofNullable(session.getInvoice()),
                Optional.ofNullable(session.getSubscription()));
    }

    public SeenInvoice invoice(ProviderKeys keys, String invoiceId) {
        Invoice invoice = clients.ask(
                keys,
                stripe -> stripe.v1()
                        .invoices()
                        .retrieve(
                                invoiceId,
                                InvoiceRetrieveParams.builder()
                                        .addExpand("payments")
                                        .build()));
        List<String> payments = Optional.ofNullable(invoice.getPayments())
                .flatMap(all -> Optional.ofNullable(all.getData()))
                .orElse(List.of())
                .stream()
                .flatMap(one -> Optional.ofNullable(one.getPayment()).stream())
                .flatMap(payment -> Optional.ofNullable(payment.getPaymentIntent()).stream())
                .distinct()
                .toList();
        return new SeenInvoice(subscription(invoice), payments);
    }

    private static Optional<Invoice.Parent.SubscriptionDetails> parent(Invoice invoice) {
        return Optional.ofNullable(invoice.getParent())
                .flatMap(parent -> Optional.ofNullable(parent.getSubscriptionDetails()));
    }

    private static Optional<String> subscription(Invoice invoice) {
        return parent(invoice).flatMap(details -> Optional.ofNullable(details.getSubscription()));
    }

    public SeenStanding standing(ProviderKeys keys, String subscriptionId) {
        Subscription seen =
                clients.ask(keys, stripe -> stripe.v1().subscriptions().retrieve(subscriptionId));
        return StripeStates.of(keys, seen);
    }

    public SeenPayment payment(ProviderKeys keys, String paymentId) {
        PaymentIntent seen = clients.ask(
                keys,
                stripe -> stripe.v1()
                        .paymentIntents()
                        .retrieve(
                                paymentId,
                                PaymentIntentRetrieveParams.builder()
                                        .addExpand("latest_charge")
                                        .build()));
        Optional<CheckoutId> ours = StripeMarks.read(keys.organizationId(), Optional.ofNullable(seen.getMetadata()));
        // A month of a standing gift carries no marks of its own: its invoice knows what it is a month of.
        Optional<Invoice> invoice = ours.isPresent() ? Optional.empty() : invoiceOf(keys, paymentId);
        Optional<Map<String, String>> marks =
                invoice.flatMap(StripeLook::parent).flatMap(details -> Optional.ofNullable(details.getMetadata()));
        return StripeStates.of(
                seen,
                ours.or(() -> StripeMarks.read(keys.organizationId(), marks)),
                invoice.flatMap(StripeLook::subscription),
                returns.of(keys, seen));
    }

    private Optional<Invoice> invoiceOf(ProviderKeys keys, String paymentId) {
        var payment = InvoicePaymentListParams.Payment.builder()
                .setType(InvoicePaymentListParams.Payment.Type.PAYMENT_INTENT)
                .setPaymentIntent(paymentId)
                .build();
        return clients
                .ask(
                        keys,
                        stripe -> stripe.v1()
                                .invoicePayments()
                                .list(InvoicePaymentListParams.builder()
                                        .setPayment(payment)
                                        .addExpand("data.invoice")
                                        .build()))
                .getData()
                .stream()
                .findFirst()
                .flatMap(one -> Optional.ofNullable(one.getInvoiceObject()));
    }

    /**
     * Every payment that came, begun at that time or later, a page of at most 100 at a time, the latest first. Between two
     * pages nothing is asked, so that what is done with one may take its time.
     */
    public void each(ProviderKeys keys, Instant since, Consumer<List<Glimpse>> page) {
        var wanted = PaymentIntentListParams.builder()
                .setCreated(PaymentIntentListParams.Created.builder()
                        .setGte(since.getEpochSecond())
                        .build())
                .setLimit(PAGE)
                .addExpand("data.latest_charge");
        boolean more;
        do {
            var found = clients.ask(keys, stripe -> stripe.v1().paymentIntents().list(wanted.build()));
            List<PaymentIntent> listed = found.getData();
            page.accept(listed.stream()
                    .filter(one -> "succeeded".equals(one.getStatus()))
                    .map(StripeLook::glimpse)
                    .toList());
            more = Boolean.TRUE.equals(found.getHasMore()) && !listed.isEmpty();
            if (more) wanted.setStartingAfter(listed.getLast().getId());
        } while (more);
    }

    private static Glimpse glimpse(PaymentIntent one) {
        Optional<Charge> charge = Optional.ofNullable(one.getLatestChargeObject());
        return new Glimpse(
                one.getId(),
                one.getAmountReceived(),
                one.getCurrency().toUpperCase(Locale.ROOT),
                charge.flatMap(it -> Optional.ofNullable(it.getAmountRefunded()))
                        .orElse(0L),
                charge.filter(it -> Boolean.TRUE.equals(it.getDisputed())).isPresent());
    }
}
