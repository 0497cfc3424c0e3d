package org.rung.payments;

import java.util.Optional;

/** A checkout as the provider has it at the moment. */
public record SeenCheckout(
        String sessionId,
        Optional<CheckoutId> checkoutId,
        CheckoutState state,
        Optional<String> payment,
        Optional<String> invoice,
        Optional<String> subscription) {}
