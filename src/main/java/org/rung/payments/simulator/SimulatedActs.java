package org.rung.payments.simulator;

import static org.rung.payments.simulator.SimulatedObjects.id;
import static org.rung.payments.simulator.SimulatedObjects.object;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** What happens at the provider: somebody pays, a month passes, money goes back. Each is told to whoever asked. */
@Component
@ConditionalOnBooleanProperty("rung.demo")
class SimulatedActs {
    private static final Duration MONTH = Duration.ofDays(30);

    private final SimulatedPaymentStore store;
    private final SimulatedEvents events;
    private final Clock clock;

    SimulatedActs(SimulatedPaymentStore store, SimulatedEvents events, Clock clock) {
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    Optional<Map<String, Object>> session(String sessionId) {
        return store.accountOf(sessionId)
                .flatMap(account -> store.find(account, sessionId))
                .filter(session -> "checkout.session".equals(session.get("object")));
    }

    /** Once; a session that is paid or over is left as it is. late: their bank says yes another day. */
    void pay(String sessionId, String name, String email, boolean late) {
        Map<String, Object> session = session(sessionId).orElseThrow();
        if (!"open".equals(session.get("status"))) return;
        String account = store.accountOf(sessionId).orElseThrow();
        Instant now = clock.instant();
        session.put("status", "complete");
        session.put("payment_status", late ? "unpaid" : "paid");
        session.put("customer_details", object("name", name, "email", email));
        boolean monthly = "subscription".equals(session.get("mode"));
        long minor = number(session, "amount_total");
        String currency = text(session, "currency");
        String payment = id("pi");
        Map<String, Object> charge = SimulatedObjects.charge(payment, minor, currency, name, email, now, !late);
        if (monthly) {
            String subscription = id("sub");
            put(
                    account,
                    "subscription",
                    "",
                    SimulatedObjects.subscription(
                            subscription, minor, currency, map(session, "metadata"), now, now.plus(MONTH)));
            store.put(
                    account,
                    "payment_intent",
                    "",
                    now,
                    SimulatedObjects.payment(
                            payment, minor, currency, Map.of(), charge, late ? "processing" : "succeeded"));
            Map<String, Object> invoice =
                    SimulatedObjects.invoice(id("in"), subscription, map(session, "metadata"), payment, !late, now);
            put(account, "invoice", payment, invoice);
            session.put("subscription", subscription);
            session.put("invoice", invoice.get("id"));
            put(account, "session", "", session);
            events.tell(account, "checkout.session.completed", session);
            if (!late) events.tell(account, "invoice.paid", invoice);
            return;
        }
        put(
                account,
                "payment_intent",
                "",
                SimulatedObjects.payment(
                        payment, minor, currency, map(session, "metadata"), charge, late ? "processing" : "succeeded"));
        session.put("payment_intent", payment);
        put(account, "session", "", session);
        events.tell(account, "checkout.session.completed", session);
    }

    /** Their bank says yes or no to what was paid late. */
    void settle(String sessionId, boolean paid) {
        Map<String, Object> session = session(sessionId).orElseThrow();
        String account = store.accountOf(sessionId).orElseThrow();
        Map<String, Object> payment =
                store.find(account, text(session, "payment_intent")).orElseThrow();
        payment.put("status", paid ? "succeeded" : "requires_payment_method");
        payment.put("amount_received", paid ? number(payment, "amount") : 0);
        put(account, "payment_intent", "", payment);
        if (paid) session.put("payment_status", "paid");
        put(account, "session", "", session);
        events.tell(
                account,
                paid ? "checkout.session.async_payment_succeeded" : "checkout.session.async_payment_failed",
                session);
    }

    /** The next month of a standing gift comes, or does not. */
    void month(String subscriptionId, boolean paid) {
        String account = store.accountOf(subscriptionId).orElseThrow();
        Map<String, Object> subscription = store.find(account, subscriptionId).orElseThrow();
        if ("canceled".equals(subscription.get("status"))) return;
        Instant now = clock.instant();
        Map<String, Object> item = item(subscription);
        long minor = number(map(item, "price"), "unit_amount");
        String payment = id("pi");
        put(
                account,
                "payment_intent",
                "",
                SimulatedObjects.payment(
                        payment,
                        minor,
                        text(subscription, "currency"),
                        Map.of(),
                        SimulatedObjects.charge(payment, minor, text(subscription, "currency"), "", "", now, paid),
                        paid ? "succeeded" : "requires_payment_method"));
        Map<String, Object> invoice =
                SimulatedObjects.invoice(id("in"), subscriptionId, map(subscription, "metadata"), payment, paid, now);
        put(account, "invoice", payment, invoice);
        subscription.put("status", paid ? "active" : "past_due");
        if (paid) item.put("current_period_end", now.plus(MONTH).getEpochSecond());
        put(account, "subscription", "", subscription);
        events.tell(account, paid ? "invoice.paid" : "invoice.payment_failed", invoice);
        events.tell(account, "customer.subscription.updated", subscription);
    }

    private void put(String account, String kind, String parent, Map<String, Object> body) {
        store.put(account, kind, parent, clock.instant(), body);
    }

    static Map<String, Object> item(Map<String, Object> subscription) {
        return cast(((List<?>) needed(map(subscription, "items"), "data")).getFirst());
    }

    static String text(Map<String, Object> object, String field) {
        return String.valueOf(needed(object, field));
    }

    private static Object needed(Map<String, Object> object, String field) {
        return Objects.requireNonNull(object.get(field), field);
    }

    static long number(Map<String, Object> object, String field) {
        return ((Number) needed(object, field)).longValue();
    }

    static Map<String, Object> map(Map<String, Object> object, String field) {
        return cast(needed(object, field));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> cast(Object object) {
        return (Map<String, Object>) object;
    }
}
