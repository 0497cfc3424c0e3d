package org.rung.payments.simulator;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rung.common.Id;

/** Objects as the provider writes them, with those fields that anybody here reads. */
final class SimulatedObjects {
    private SimulatedObjects() {}

    static String id(String kind) {
        return kind + "_sim" + Long.toString(Id.next(), 36);
    }

    /** Names and values by turns; those without a value are null, as the provider writes them. */
    static Map<String, Object> object(Object... fields) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) object.put((String) fields[i], fields[i + 1]);
        return object;
    }

    static Map<String, Object> list(List<Map<String, Object>> data, boolean more) {
        return object("object", "list", "data", data, "has_more", more, "url", "/v1");
    }

    static Map<String, Object> charge(
            String payment, long minor, String currency, String name, String email, Instant now, boolean paid) {
        return object(
                "id",
                id("ch"),
                "object",
                "charge",
                "amount",
                minor,
                "amount_refunded",
                0,
                "billing_details",
                object("name", name, "email", email),
                "created",
                now.getEpochSecond(),
                "currency",
                currency,
                "disputed",
                false,
                "paid",
                paid,
                "payment_intent",
                payment,
                "status",
                paid ? "succeeded" : "failed");
    }

    static Map<String, Object> payment(
            String id,
            long minor,
            String currency,
            Map<String, Object> metadata,
            Map<String, Object> charge,
            String status) {
        boolean paid = status.equals("succeeded");
        Map<String, Object> payment = object(
                "id",
                id,
                "object",
                "payment_intent",
                "amount",
                minor,
                "amount_received",
                paid ? minor : 0,
                "created",
                SimulatedActs.number(charge, "created"),
                "currency",
                currency,
                "latest_charge",
                charge,
                "livemode",
                false,
                "metadata",
                metadata,
                "status",
                status);
        if (status.equals("requires_payment_method"))
            payment.put(
                    "last_payment_error",
                    object("code", "card_declined", "decline_code", "insufficient_funds", "type", "card_error"));
        return payment;
    }

    static Map<String, Object> subscription(
            String id, long minor, String currency, Map<String, Object> metadata, Instant now, Instant next) {
        return object(
                "id",
                id,
                "object",
                "subscription",
                "currency",
                currency,
                "items",
                list(
                        List.of(object(
                                "id",
                                id("si"),
                                "object",
                                "subscription_item",
                                "quantity",
                                1,
                                "current_period_end",
                                next.getEpochSecond(),
                                "price",
                                price(minor, currency, id("prod")))),
                        false),
                "livemode",
                false,
                "metadata",
                metadata,
                "start_date",
                now.getEpochSecond(),
                "status",
                "active");
    }

    static Map<String, Object> price(long minor, String currency, String product) {
        return object(
                "id",
                id("price"),
                "object",
                "price",
                "currency",
                currency,
                "product",
                product,
                "recurring",
                object("interval", "month", "interval_count", 1),
                "unit_amount",
                minor);
    }

    static Map<String, Object> invoice(
            String id, String subscription, Object metadata, String payment, boolean paid, Instant now) {
        return object(
                "id",
                id,
                "object",
                "invoice",
                "created",
                now.getEpochSecond(),
                "livemode",
                false,
                "parent",
                object(
                        "type",
                        "subscription_details",
                        "subscription_details",
                        object("subscription", subscription, "metadata", metadata)),
                "payments",
                list(
                        List.of(object(
                                "id",
                                id("inpay"),
                                "object",
                                "invoice_payment",
                                "payment",
                                object("type", "payment_intent", "payment_intent", payment))),
                        false),
                "status",
                paid ? "paid" : "open");
    }
}
