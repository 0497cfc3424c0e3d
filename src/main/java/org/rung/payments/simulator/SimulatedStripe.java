package org.rung.payments.simulator;

import static org.rung.payments.simulator.SimulatedActs.text;
import static org.rung.payments.simulator.SimulatedObjects.id;
import static org.rung.payments.simulator.SimulatedObjects.object;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** The provider's own addresses that Rung calls; documented at docs.stripe.com/api. */
@Component
@ConditionalOnBooleanProperty("rung.demo")
class SimulatedStripe {
    private final SimulatedPaymentStore store;
    private final SimulatedEvents events;
    private final SimulatedLists lists;
    private final Clock clock;

    SimulatedStripe(SimulatedPaymentStore store, SimulatedEvents events, Clock clock) {
        this.store = store;
        this.events = events;
        this.lists = new SimulatedLists(store);
        this.clock = clock;
    }

    /** @param path after /v1; given: what stands in the query and the form; onceKey: the same again makes nothing new */
    record Call(String method, String path, Map<String, String> given, String key, String onceKey, String payAt) {}

    record Answer(int status, Map<String, Object> body) {}

    Answer answer(Call call) {
        if (!call.key().matches("sk_test_.{8,}") || call.key().contains("revoked"))
            return refused(401, "invalid_request_error", "Invalid API Key provided");
        String account = "acct_" + Integer.toHexString(call.key().hashCode());
        String[] path = call.path().split("/", -1);
        String what = call.method() + " " + path[0];
        return switch (what) {
            case "GET account" ->
                new Answer(
                        200,
                        object(
                                "id",
                                account,
                                "object",
                                "account",
                                "charges_enabled",
                                true,
                                "settings",
                                object("dashboard", object("display_name", "Simulated account"))));
            case "POST webhook_endpoints" -> endpoint(account, call.given());
            case "POST checkout" -> session(account, call);
            case "GET checkout" -> one(account, path[2]);
            case "GET invoice_payments" ->
                lists.invoicePayments(account, call.given().getOrDefault("payment[payment_intent]", ""));
            case "GET refunds" ->
                found(store.byParent(account, "refund", call.given().getOrDefault("payment_intent", "")));
            case "GET disputes" ->
                found(store.byParent(account, "dispute", call.given().getOrDefault("payment_intent", "")));
            case "GET payment_intents" ->
                path.length > 1 ? one(account, path[1]) : lists.payments(account, call.given());
            case "GET invoices", "GET subscriptions" -> one(account, path[1]);
            case "POST subscriptions" -> changed(account, path[1], call.given());
            case "DELETE subscriptions" -> ended(account, path[1]);
            default -> refused(404, "invalid_request_error", "Unrecognized request URL");
        };
    }

    private Answer endpoint(String account, Map<String, String> given) {
        Map<String, Object> made = object(
                "id",
                id("we"),
                "object",
                "webhook_endpoint",
                "url",
                given.getOrDefault("url", ""),
                "secret",
                "whsec_" + id("s"),
                "status",
                "enabled");
        store.put(account, "webhook_endpoint", "", clock.instant(), made);
        return new Answer(200, made);
    }

    private Answer session(String account, Call call) {
        Optional<Map<String, Object>> before =
                store.byParent(account, "session_key", call.onceKey()).stream().findFirst();
        if (before.isPresent()) return one(account, text(before.get(), "session"));
        Map<String, String> given = call.given();
        boolean monthly = "subscription".equals(given.getOrDefault("mode", ""));
        String id = id("cs_test");
        Map<String, Object> metadata = new LinkedHashMap<>();
        given.forEach((name, value) -> {
            if (name.startsWith("metadata[")) metadata.put(name.substring(9, name.length() - 1), value);
        });
        Map<String, Object> session = object(
                "id",
                id,
                "object",
                "checkout.session",
                "amount_total",
                Long.parseLong(given.getOrDefault("line_items[0][price_data][unit_amount]", "0")),
                "currency",
                given.getOrDefault("line_items[0][price_data][currency]", ""),
                "client_reference_id",
                given.getOrDefault("client_reference_id", ""),
                "metadata",
                metadata,
                "mode",
                monthly ? "subscription" : "payment",
                "payment_status",
                "unpaid",
                "status",
                "open",
                "success_url",
                given.getOrDefault("success_url", ""),
                "cancel_url",
                given.getOrDefault("cancel_url", ""),
                "locale",
                given.getOrDefault("locale", ""),
                "title",
                given.getOrDefault("line_items[0][price_data][product_data][name]", ""),
                "livemode",
                false,
                "url",
                call.payAt() + id);
        store.put(account, "session", "", clock.instant(), session);
        if (!call.onceKey().isEmpty())
            store.put(
                    account, "session_key", call.onceKey(), clock.instant(), object("id", "key_" + id, "session", id));
        return new Answer(200, session);
    }

    private Answer one(String account, String id) {
        return store.find(account, id)
                .map(body -> new Answer(200, body))
                .orElseGet(() -> refused(404, "invalid_request_error", "No such object"));
    }

    private Answer changed(String account, String id, Map<String, String> given) {
        Optional<Map<String, Object>> found = store.find(account, id);
        if (found.isEmpty()) return one(account, id);
        Map<String, Object> subscription = found.get();
        Map<String, Object> item = SimulatedActs.item(subscription);
        item.put(
                "price",
                SimulatedObjects.price(
                        Long.parseLong(given.getOrDefault("items[0][price_data][unit_amount]", "0")),
                        given.getOrDefault("items[0][price_data][currency]", "usd"),
                        given.getOrDefault("items[0][price_data][product]", "prod_x")));
        store.put(account, "subscription", "", clock.instant(), subscription);
        events.tell(account, "customer.subscription.updated", subscription);
        return new Answer(200, subscription);
    }

    private Answer ended(String account, String id) {
        Optional<Map<String, Object>> found = store.find(account, id);
        if (found.isEmpty()) return one(account, id);
        Map<String, Object> subscription = found.get();
        subscription.put("status", "canceled");
        subscription.put("ended_at", clock.instant().getEpochSecond());
        store.put(account, "subscription", "", clock.instant(), subscription);
        events.tell(account, "customer.subscription.deleted", subscription);
        return new Answer(200, subscription);
    }

    static Answer found(List<Map<String, Object>> data) {
        return new Answer(200, SimulatedObjects.list(data, false));
    }

    private static Answer refused(int status, String type, String message) {
        return new Answer(status, object("error", object("type", type, "message", message)));
    }
}
