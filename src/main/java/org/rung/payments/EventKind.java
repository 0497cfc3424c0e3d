package org.rung.payments;

import java.util.Arrays;
import java.util.Optional;

/** Which of the provider's events mean something here, and what they are about. */
public enum EventKind {
    PAID("checkout.session.completed", About.CHECKOUT),
    PAID_LATE("checkout.session.async_payment_succeeded", About.CHECKOUT),
    FAILED_LATE("checkout.session.async_payment_failed", About.CHECKOUT),
    EXPIRED("checkout.session.expired", About.CHECKOUT),
    MONTH_PAID("invoice.paid", About.INVOICE),
    MONTH_FAILED("invoice.payment_failed", About.INVOICE),
    STANDING_CHANGED("customer.subscription.updated", About.STANDING),
    STANDING_ENDED("customer.subscription.deleted", About.STANDING),
    REFUNDED("charge.refunded", About.PAYMENT),
    DISPUTED("charge.dispute.created", About.PAYMENT),
    DISPUTE_TAKEN("charge.dispute.funds_withdrawn", About.PAYMENT),
    DISPUTE_CHANGED("charge.dispute.updated", About.PAYMENT),
    DISPUTE_BACK("charge.dispute.funds_reinstated", About.PAYMENT),
    DISPUTE_CLOSED("charge.dispute.closed", About.PAYMENT);

    /** The object that is looked at anew when it is told. */
    public enum About {
        CHECKOUT,
        INVOICE,
        STANDING,
        PAYMENT
    }

    private final String type;
    private final About about;

    EventKind(String type, About about) {
        this.type = type;
        this.about = about;
    }

    public String type() {
        return type;
    }

    public About about() {
        return about;
    }

    /** Nothing for what means nothing here. */
    public static Optional<EventKind> of(String type) {
        return Arrays.stream(values()).filter(kind -> kind.type.equals(type)).findFirst();
    }
}
