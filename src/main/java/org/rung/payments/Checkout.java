package org.rung.payments;

import java.util.Optional;
import org.rung.common.OrganizationId;
import org.rung.people.SupporterId;

/** Somebody on their way to pay. */
record Checkout(
        CheckoutId checkoutId,
        OrganizationId organizationId,
        Optional<SupporterId> supporterId,
        boolean monthly,
        String language) {}
