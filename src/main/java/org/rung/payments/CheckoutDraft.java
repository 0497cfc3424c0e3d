package org.rung.payments;

import org.rung.actions.Money;

/**
 * A page to pay on, as it is asked for.
 *
 * @param title what the giver sees that they pay for
 * @param paid where the provider sends them after paying
 * @param back where it sends them when they turn back
 */
public record CheckoutDraft(
        CheckoutId checkoutId,
        Money amount,
        boolean monthly,
        String language,
        String title,
        String paid,
        String back) {}
