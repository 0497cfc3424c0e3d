package org.rung.payments;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rung.actions.Money;
import org.rung.giving.Giver;

/**
 * A payment as the provider has it at the moment.
 *
 * @param paid the money came
 * @param failure why it did not, as the provider's code
 * @param back what of it went back, each with the provider's own number
 */
public record SeenPayment(
        String paymentId,
        boolean paid,
        Money amount,
        Instant at,
        Optional<CheckoutId> checkoutId,
        Optional<String> subscription,
        Giver giver,
        String failure,
        List<Returned> back) {

    /** A refund, or a dispute, which may have been won. */
    public record Returned(String id, boolean dispute, boolean won, long minor, Instant at) {}

    /** What is back of it now, in its currency's smallest unit. */
    public long backMinor() {
        return back.stream()
                .filter(one -> !one.won())
                .mapToLong(Returned::minor)
                .sum();
    }
}
