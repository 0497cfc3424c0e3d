package org.rung.payments;

import java.time.Instant;
import java.util.Optional;
import org.rung.people.SupporterId;

/**
 * Somebody who was sent to the provider to pay, in a list.
 *
 * @param supporterId nobody's where they came by the open page
 * @param minor what they chose, in the smallest unit of its currency
 */
public record CheckoutRow(
        CheckoutId checkoutId,
        Optional<SupporterId> supporterId,
        CheckoutState state,
        boolean monthly,
        long minor,
        String currency,
        Instant createdAt,
        Optional<Instant> endedAt) {}
