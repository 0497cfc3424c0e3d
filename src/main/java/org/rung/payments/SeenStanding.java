package org.rung.payments;

import java.time.Instant;
import java.util.Optional;
import org.rung.actions.Money;

/** A standing gift as the provider has it at the moment. */
public record SeenStanding(
        String subscriptionId,
        Optional<CheckoutId> checkoutId,
        StandingState state,
        Money amount,
        Instant startedAt,
        Optional<Instant> endedAt,
        Optional<Instant> nextAt) {}
