package org.rung.payments.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.rung.settings.RungSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** To this very server, whatever name the world knows it by; once, since what is missed is found at night. */
@Component
@ConditionalOnBooleanProperty("rung.demo")
class LocalCarrier implements SimulatedCarrier, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(LocalCarrier.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final ExecutorService carriers = Executors.newVirtualThreadPerTaskExecutor();
    private final Environment environment;
    private final RungSettings settings;

    LocalCarrier(Environment environment, RungSettings settings) {
        this.environment = environment;
        this.settings = settings;
    }

    @Override
    public void carry(String url, String body, String signature) {
        String home =
                "http://127.0.0.1:" + environment.getProperty("local.server.port", Integer.class, settings.port());
        HttpRequest knock = HttpRequest.newBuilder(
                        URI.create(home + URI.create(url).getRawPath()))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Stripe-Signature", signature)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        carriers.execute(() -> {
            try {
                client.send(knock, HttpResponse.BodyHandlers.discarding());
            } catch (IOException lost) {
                LOG.info(
                        "A simulated payment could not be told: {}",
                        lost.getClass().getSimpleName());
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void destroy() {
        carriers.shutdownNow();
        client.shutdownNow();
    }
}
