package org.rung.payments.simulator;

import static org.rung.payments.simulator.SimulatedActs.map;
import static org.rung.payments.simulator.SimulatedActs.number;
import static org.rung.payments.simulator.SimulatedActs.text;
import static org.rung.payments.simulator.SimulatedObjects.id;
import static org.rung.payments.simulator.SimulatedObjects.object;

import java.time.Clock;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** What goes back at the provider: refunds, and what a bank takes. */
@Component
@ConditionalOnBooleanProperty("rung.demo")
class SimulatedReturns {
    private final SimulatedPaymentStore store;
    private final SimulatedEvents events;
    private final Clock clock;

    SimulatedReturns(SimulatedPaymentStore store, SimulatedEvents events, Clock clock) {
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    void refund(String paymentId, long minor) {
        String account = store.accountOf(paymentId).orElseThrow();
        Map<String, Object> payment = store.find(account, paymentId).orElseThrow();
        Map<String, Object> charge = map(payment, "latest_charge");
        charge.put("amount_refunded", number(charge, "amount_refunded") + minor);
        put(account, "payment_intent", "", payment);
        put(
                account,
                "refund",
                paymentId,
                object(
                        "id",
                        id("re"),
                        "object",
                        "refund",
                        "amount",
                        minor,
                        "created",
                        clock.instant().getEpochSecond(),
                        "currency",
                        text(payment, "currency"),
                        "payment_intent",
                        paymentId,
                        "status",
                        "succeeded"));
        events.tell(account, "charge.refunded", charge);
    }

    /** The bank takes all of it back. */
    String dispute(String paymentId) {
        String account = store.accountOf(paymentId).orElseThrow();
        Map<String, Object> payment = store.find(account, paymentId).orElseThrow();
        map(payment, "latest_charge").put("disputed", true);
        put(account, "payment_intent", "", payment);
        Map<String, Object> dispute = object(
                "id",
                id("dp"),
                "object",
                "dispute",
                "amount",
                number(payment, "amount"),
                "created",
                clock.instant().getEpochSecond(),
                "currency",
                text(payment, "currency"),
                "payment_intent",
                paymentId,
                "status",
                "needs_response");
        put(account, "dispute", paymentId, dispute);
        events.tell(account, "charge.dispute.created", dispute);
        return text(dispute, "id");
    }

    void close(String disputeId, boolean won) {
        String account = store.accountOf(disputeId).orElseThrow();
        Map<String, Object> dispute = store.find(account, disputeId).orElseThrow();
        dispute.put("status", won ? "won" : "lost");
        put(account, "dispute", text(dispute, "payment_intent"), dispute);
        events.tell(account, "charge.dispute.closed", dispute);
    }

    private void put(String account, String kind, String parent, Map<String, Object> body) {
        store.put(account, kind, parent, clock.instant(), body);
    }
}
