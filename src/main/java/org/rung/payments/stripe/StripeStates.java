package org.rung.payments.stripe;

import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeError;
import com.stripe.model.Subscription;
import com.stripe.model.checkout.Session;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rung.actions.Money;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.giving.Giver;
import org.rung.payments.CheckoutId;
import org.rung.payments.CheckoutState;
import org.rung.payments.ProviderKeys;
import org.rung.payments.SeenPayment;
import org.rung.payments.SeenStanding;
import org.rung.payments.StandingState;

/** Stripe's states as ours. */
final class StripeStates {
    private StripeStates() {}

    static CheckoutState of(Session session) {
        if ("expired".equals(session.getStatus())) return CheckoutState.EXPIRED;
        if (!"complete".equals(session.getStatus())) return CheckoutState.OPEN;
        return "unpaid".equals(session.getPaymentStatus()) ? CheckoutState.PENDING : CheckoutState.PAID;
    }

    static SeenStanding of(ProviderKeys keys, Subscription seen) {
        var item = seen.getItems().getData().getFirst();
        long each = Optional.ofNullable(item.getPrice().getUnitAmount()).orElse(0L);
        long many = Optional.ofNullable(item.getQuantity()).orElse(1L);
        return new SeenStanding(
                seen.getId(),
                StripeMarks.read(keys.organizationId(), Optional.ofNullable(seen.getMetadata())),
                switch (seen.getStatus()) {
                    case "active", "trialing" -> StandingState.ACTIVE;
                    case "canceled", "incomplete_expired" -> StandingState.ENDED;
                    default -> StandingState.FAILING;
                },
                new Money(each * many, seen.getCurrency().toUpperCase(Locale.ROOT)),
                Instant.ofEpochSecond(seen.getStartDate()),
                Optional.ofNullable(seen.getEndedAt()).map(Instant::ofEpochSecond),
                Optional.ofNullable(item.getCurrentPeriodEnd()).map(Instant::ofEpochSecond));
    }

    static SeenPayment of(
            PaymentIntent seen,
            Optional<CheckoutId> checkoutId,
            Optional<String> subscription,
            List<SeenPayment.Returned> back) {
        boolean paid = "succeeded".equals(seen.getStatus());
        Optional<Charge> charge = Optional.ofNullable(seen.getLatestChargeObject());
        return new SeenPayment(
                seen.getId(),
                paid,
                new Money(
                        paid ? seen.getAmountReceived() : seen.getAmount(),
                        seen.getCurrency().toUpperCase(Locale.ROOT)),
                Instant.ofEpochSecond(charge.map(Charge::getCreated).orElseGet(seen::getCreated)),
                checkoutId,
                subscription,
                charge.map(Charge::getBillingDetails).map(StripeStates::giver).orElse(Giver.UNNAMED),
                paid
                        ? ""
                        : Optional.ofNullable(seen.getLastPaymentError())
                                .map(StripeStates::code)
                                .orElse(""),
                back);
    }

    /** Stripe's own word for it, such as insufficient_funds. */
    private static String code(StripeError error) {
        return Optional.ofNullable(error.getDeclineCode())
                .or(() -> Optional.ofNullable(error.getCode()))
                .filter(code -> code.matches("[a-z0-9_]{1,60}"))
                .orElse("");
    }

    /** A card has one name; where its last word begins is a guess that matching needs. What is too long is left out. */
    private static Giver giver(Charge.BillingDetails written) {
        String name = Optional.ofNullable(written.getName()).orElse("").strip();
        int last = name.lastIndexOf(' ');
        return new Giver(
                cut(last < 0 ? name : name.substring(0, last)),
                cut(last < 0 ? "" : name.substring(last + 1)),
                Optional.ofNullable(written.getEmail())
                        .filter(email -> email.length() <= 254)
                        .orElse(""),
                Optional.ofNullable(written.getPhone()).flatMap(StripeStates::phone));
    }

    private static String cut(String name) {
        return name.length() > 80 ? name.substring(0, 80) : name;
    }

    private static Optional<PhoneNumber> phone(String text) {
        try {
            return Optional.of(new PhoneNumber(text));
        } catch (Problem.Invalid other) {
            return Optional.empty();
        }
    }
}
