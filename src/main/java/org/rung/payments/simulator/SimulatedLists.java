package org.rung.payments.simulator;

import static org.rung.payments.simulator.SimulatedObjects.id;
import static org.rung.payments.simulator.SimulatedObjects.object;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lists as the provider answers them, a page at a time. */
final class SimulatedLists {
    private final SimulatedPaymentStore store;

    SimulatedLists(SimulatedPaymentStore store) {
        this.store = store;
    }

    SimulatedStripe.Answer payments(String account, Map<String, String> given) {
        Instant since = Instant.ofEpochSecond(Long.parseLong(given.getOrDefault("created[gte]", "0")));
        List<Map<String, Object>> all = new ArrayList<>(store.since(account, "payment_intent", since));
        String after = given.getOrDefault("starting_after", "");
        int from = 0;
        for (int i = 0; i < all.size(); i++) if (after.equals(all.get(i).get("id"))) from = i + 1;
        int until = Math.min(all.size(), from + Integer.parseInt(given.getOrDefault("limit", "10")));
        Map<String, Object> page = SimulatedObjects.list(all.subList(from, until), until < all.size());
        page.put("url", "/v1/payment_intents");
        return new SimulatedStripe.Answer(200, page);
    }

    SimulatedStripe.Answer invoicePayments(String account, String payment) {
        return SimulatedStripe.found(store.byParent(account, "invoice", payment).stream()
                .map(invoice -> object(
                        "id",
                        id("inpay"),
                        "object",
                        "invoice_payment",
                        "invoice",
                        invoice,
                        "payment",
                        object("type", "payment_intent", "payment_intent", payment)))
                .toList());
    }
}
