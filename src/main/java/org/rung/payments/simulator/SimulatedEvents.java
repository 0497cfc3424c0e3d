package org.rung.payments.simulator;

import static org.rung.payments.simulator.SimulatedActs.text;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells everyone who asked to be told, signed as the provider signs. */
@Component
@ConditionalOnBooleanProperty("rung.demo")
class SimulatedEvents {
    private final SimulatedPaymentStore store;
    private final SimulatedCarrier carrier;
    private final JsonMapper json;
    private final Clock clock;

    SimulatedEvents(SimulatedPaymentStore store, SimulatedCarrier carrier, JsonMapper json, Clock clock) {
        this.store = store;
        this.carrier = carrier;
        this.json = json;
        this.clock = clock;
    }

    void tell(String account, String type, Map<String, Object> about) {
        Instant now = clock.instant();
        String body = json.writeValueAsString(SimulatedObjects.object(
                "id",
                SimulatedObjects.id("evt"),
                "object",
                "event",
                "created",
                now.getEpochSecond(),
                "data",
                SimulatedObjects.object("object", about),
                "livemode",
                false,
                "type",
                type));
        for (var endpoint : store.byParent(account, "webhook_endpoint", ""))
            carrier.carry(text(endpoint, "url"), body, sign(body, text(endpoint, "secret"), now.getEpochSecond()));
    }

    static String sign(String body, String secret, long second) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] signed = mac.doFinal((second + "." + body).getBytes(StandardCharsets.UTF_8));
            return "t=" + second + ",v1=" + HexFormat.of().formatHex(signed);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
