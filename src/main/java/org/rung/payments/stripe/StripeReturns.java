package org.rung.payments.stripe;

import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.param.DisputeListParams;
import com.stripe.param.RefundListParams;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rung.payments.ProviderKeys;
import org.rung.payments.SeenPayment.Returned;
import org.springframework.stereotype.Component;

/** What went back of a payment. Most are asked nothing more: the charge says whether anything did. */
@Component
class StripeReturns {
    private static final long PAGE = 100;

    private final StripeClients clients;

    StripeReturns(StripeClients clients) {
        this.clients = clients;
    }

    List<Returned> of(ProviderKeys keys, PaymentIntent payment) {
        Optional<Charge> charge = Optional.ofNullable(payment.getLatestChargeObject());
        List<Returned> all = new ArrayList<>();
        if (charge.filter(it -> it.getAmountRefunded() != null && it.getAmountRefunded() > 0)
                .isPresent()) all.addAll(refunds(keys, payment.getId()));
        if (charge.filter(it -> Boolean.TRUE.equals(it.getDisputed())).isPresent())
            all.addAll(disputes(keys, payment.getId()));
        return all;
    }

    private List<Returned> refunds(ProviderKeys keys, String paymentId) {
        return clients
                .ask(
                        keys,
                        stripe -> stripe.v1()
                                .refunds()
                                .list(RefundListParams.builder()
                                        .setPaymentIntent(paymentId)
                                        .setLimit(PAGE)
                                        .build()))
                .getData()
                .stream()
                .filter(refund -> "succeeded".equals(refund.getStatus()))
                .map(refund -> new Returned(
                        refund.getId(), false, false, refund.getAmount(), Instant.ofEpochSecond(refund.getCreated())))
                .toList();
    }

    /** A warning is only a question of the bank: nothing went. */
    private List<Returned> disputes(ProviderKeys keys, String paymentId) {
        return clients
                .ask(
                        keys,
                        stripe -> stripe.v1()
                                .disputes()
                                .list(DisputeListParams.builder()
                                        .setPaymentIntent(paymentId)
                                        .setLimit(PAGE)
                                        .build()))
                .getData()
                .stream()
                .filter(dispute -> !dispute.getStatus().startsWith("warning")
                        && !dispute.getStatus().equals("prevented"))
                .map(dispute -> new Returned(
                        dispute.getId(),
                        true,
                        dispute.getStatus().equals("won"),
                        dispute.getAmount(),
                        Instant.ofEpochSecond(dispute.getCreated())))
                .toList();
    }
}
