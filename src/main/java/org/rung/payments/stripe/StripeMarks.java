package org.rung.payments.stripe;

import java.util.Map;
import java.util.Optional;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;
import org.rung.payments.CheckoutId;

/** What we write on objects at Stripe, to know them again: an account may be used by others, and by two organizations. */
final class StripeMarks {
    static final String CHECKOUT = "rung_checkout";
    static final String ORGANIZATION = "rung_organization";

    private StripeMarks() {}

    static Map<String, String> of(OrganizationId organizationId, CheckoutId checkoutId) {
        return Map.of(CHECKOUT, checkoutId.text(), ORGANIZATION, organizationId.text());
    }

    /** Empty for what is not ours, or another organization's. */
    static Optional<CheckoutId> read(OrganizationId organizationId, Optional<Map<String, String>> metadata) {
        Map<String, String> marks = metadata.orElse(Map.of());
        if (!organizationId.text().equals(marks.get(ORGANIZATION))) return Optional.empty();
        try {
            return Optional.ofNullable(marks.get(CHECKOUT)).map(text -> new CheckoutId(Id.parse("checkout", text)));
        } catch (Problem.Invalid foreign) {
            return Optional.empty();
        }
    }
}
