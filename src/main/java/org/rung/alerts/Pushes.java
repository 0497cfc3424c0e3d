package org.rung.alerts;

import com.interaso.webpush.VapidKeys;
import com.interaso.webpush.WebPush;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.rung.settings.RungSettings;
import org.springframework.stereotype.Component;

/** Hands a few words to a browser maker's push service, which cannot read them; outside any transaction. */
@Component
class Pushes {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** A phone that was off hears of it for half a day. */
    private static final int SECONDS_TO_LIVE = 12 * 60 * 60;

    /** What waits at the service for a phone that is off gives way to what comes later. */
    private static final String TOPIC = "replies";

    enum Outcome {
        REACHED,
        GONE,
        FAILED
    }

    private final PushServices services;
    private final String subject;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    Pushes(PushServices services, RungSettings settings) {
        this.services = services;
        this.subject = "https".equals(settings.publicUrl().getScheme())
                ? settings.publicUrl().toString()
                : "mailto:rung@" + settings.publicUrl().getHost();
    }

    Outcome send(VapidKeys keys, PushSubscription to, String words) {
        if (!services.known(to.endpoint())) {
            return Outcome.GONE;
        }
        try {
            var push = new WebPush(subject, keys);
            var request = HttpRequest.newBuilder(to.endpoint())
                    .timeout(PATIENCE)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(
                            push.getBody(words.getBytes(StandardCharsets.UTF_8), to.publicKeyBytes(), to.authBytes())));
            push.getHeadersWithToken(to.endpoint().toString(), SECONDS_TO_LIVE, TOPIC, WebPush.Urgency.Normal)
                    .forEach(request::header);
            int status = http.send(request.build(), BodyHandlers.discarding()).statusCode();
            if (status == 404 || status == 410) {
                return Outcome.GONE;
            }
            return status >= 200 && status < 300 ? Outcome.REACHED : Outcome.FAILED;
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return Outcome.FAILED;
        } catch (IOException | RuntimeException broken) {
            // Whatever a browser called a key: the next one is told all the same.
            return Outcome.FAILED;
        }
    }
}
