package org.rung.payments.stripe;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.rung.payments.EventKind;
import org.rung.payments.Told;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether a knock is Stripe's, by the SDK, and what it is about. */
@Component
public class StripeKnocks {
    /** Stripe's own: what was signed longer ago may be somebody's copy. Stripe signs anew when it tries again. */
    private static final long TOLERANCE_SECONDS = 300;

    private static final String ID = "[A-Za-z0-9_]{1,120}";

    private final JsonMapper json;
    private final Clock clock;

    StripeKnocks(JsonMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    public boolean genuine(String body, String signature, String secret) {
        try {
            return timely(signature)
                    && Webhook.Signature.verifyHeader(body, signature, secret, TOLERANCE_SECONDS, clock);
        } catch (SignatureVerificationException forged) {
            return false;
        }
    }

    /** The SDK breaks on a time that is none, and lets one from the future be kept and sent later. */
    private boolean timely(String signature) {
        long latest = clock.instant().getEpochSecond() + TOLERANCE_SECONDS;
        List<String> times = Arrays.stream(signature.split(",", -1))
                .map(String::strip)
                .filter(part -> part.startsWith("t="))
                .toList();
        return times.size() == 1
                && times.getFirst().matches("t=\\d{1,12}")
                && Long.parseLong(times.getFirst().substring(2)) <= latest;
    }

    /** Of a genuine body: nothing for what means nothing here. */
    public Optional<Told> read(String body, boolean live) {
        try {
            JsonNode event = json.readTree(body);
            JsonNode object = event.path("data").path("object");
            String type = event.path("type").asString("");
            if (event.path("livemode").asBoolean(false) != live) return Optional.empty();
            return EventKind.of(type)
                    .map(kind -> object.path(kind.about() == EventKind.About.PAYMENT ? "payment_intent" : "id")
                            .asString(""))
                    .filter(subject ->
                            subject.matches(ID) && event.path("id").asString("").matches(ID))
                    .map(subject -> new Told(
                            event.path("id").asString(""),
                            type,
                            subject,
                            Instant.ofEpochSecond(event.path("created").asLong(0))));
        } catch (JacksonException garbled) {
            return Optional.empty();
        }
    }
}
