package org.rung.senders.twilio;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rung.senders.Fetched;
import org.rung.senders.Gateway;
import org.rung.senders.ProviderFiles;
import org.rung.senders.SenderKeys;
import org.rung.settings.RungSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Files at Twilio, or at the simulator. What a webhook names is only read for the ids in it: the request goes to the
 * address that Rung itself knows, and on from there only to where Twilio keeps files
 * (twilio.com/docs/messaging/api/media-resource).
 */
@Component
class TwilioFiles implements ProviderFiles {
    private static final Logger LOG = LoggerFactory.getLogger(TwilioFiles.class);
    private static final Pattern PLACE = Pattern.compile(
            "(?:/sim)?(/2010-04-01/Accounts/([A-Za-z0-9]{1,64})/Messages/[A-Za-z0-9]{1,64}/Media/[A-Za-z0-9]{1,64})");
    private static final List<String> KEEPERS = List.of(".twilio.com", ".twiliocdn.com", ".amazonaws.com");
    private static final int MOST_HOPS = 3;

    private final Function<Gateway, URI> base;
    private final Duration patience;
    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    @Autowired
    TwilioFiles(
            RungSettings settings,
            Environment environment,
            @Value("${RUNG_TWILIO_URL:https://api.twilio.com}") URI url,
            @Value("${rung.texting.patience:20s}") Duration patience) {
        this(
                gateway -> switch (gateway) {
                    case TWILIO -> url;
                    // In tests the port is only known once the server runs.
                    case SIMULATOR ->
                        URI.create("http://127.0.0.1:"
                                + environment.getProperty("local.server.port", Integer.class, settings.port())
                                + "/sim");
                },
                patience);
    }

    TwilioFiles(Function<Gateway, URI> base, Duration patience) {
        this.base = base;
        this.patience = patience;
    }

    @Override
    public Fetched fetch(SenderKeys keys, String url, int largest) {
        Optional<URI> place = place(keys, url);
        if (place.isEmpty()) {
            LOG.warn("A webhook named a file that is not at the provider's; nobody goes there");
            return new Fetched.Foreign();
        }
        // All of it, with a server that drips, takes no longer than twice the patience for an answer.
        CompletableFuture<Fetched> whole = new CompletableFuture<>();
        Thread fetching = Thread.ofVirtual().name("media-fetch").start(() -> {
            try {
                whole.complete(follow(keys, place.get(), largest));
            } catch (IOException | RuntimeException broken) {
                whole.complete(new Fetched.NotNow());
            } catch (InterruptedException late) {
                whole.complete(new Fetched.NotNow());
            }
        });
        try {
            return whole.get(2 * patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException slow) {
            fetching.interrupt();
            return new Fetched.NotNow();
        } catch (InterruptedException closing) {
            fetching.interrupt();
            Thread.currentThread().interrupt();
            return new Fetched.NotNow();
        }
    }

    private Fetched follow(SenderKeys keys, URI place, int largest) throws IOException, InterruptedException {
        URI at = place;
        for (int hop = 0; hop <= MOST_HOPS; hop++) {
            HttpResponse<InputStream> answer =
                    http.send(request(keys, at).GET().build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                int status = answer.statusCode();
                if (status == 200) {
                    byte[] bytes = body.readNBytes(largest + 1);
                    return bytes.length > largest ? new Fetched.TooLarge() : new Fetched.Here(bytes);
                }
                if (status == 404 || status == 410) {
                    return new Fetched.Gone();
                }
                Optional<String> onward = answer.headers().firstValue("Location");
                if (status < 300 || status >= 400 || onward.isEmpty()) {
                    return new Fetched.NotNow();
                }
                at = at.resolve(onward.get());
                if (!kept(keys, at)) {
                    LOG.warn("A file's address leads on to where the provider keeps none; nobody goes there");
                    return new Fetched.Foreign();
                }
            }
        }
        return new Fetched.NotNow();
    }

    @Override
    public boolean delete(SenderKeys keys, String url) {
        Optional<URI> place = place(keys, url);
        if (place.isEmpty()) {
            return true;
        }
        try {
            int status = http.send(request(keys, place.get()).DELETE().build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            return status == 204 || status == 200 || status == 404 || status == 410;
        } catch (IOException | RuntimeException broken) {
            return false;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The keys go to the provider's own address only, never to where that sends one. */
    private HttpRequest.Builder request(SenderKeys keys, URI at) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at).timeout(patience);
        if (sameHouse(base.apply(keys.gateway()), at)) {
            byte[] pair = (keys.accountSid() + ":" + keys.token()).getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
        }
        return request;
    }

    private Optional<URI> place(SenderKeys keys, String url) {
        URI base = this.base.apply(keys.gateway());
        URI named;
        try {
            named = URI.create(url);
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
        if (named.getHost() == null || !(sameHouse(base, named) || ofTwilio(named))) {
            return Optional.empty();
        }
        Matcher path = PLACE.matcher(Optional.ofNullable(named.getRawPath()).orElse(""));
        return path.matches() && path.group(2).equals(keys.accountSid())
                ? Optional.of(URI.create(base + path.group(1)))
                : Optional.empty();
    }

    private static boolean ofTwilio(URI named) {
        return "https".equals(named.getScheme())
                && named.getUserInfo() == null
                && named.getHost().toLowerCase(Locale.ROOT).endsWith(".twilio.com");
    }

    private boolean kept(SenderKeys keys, URI at) {
        if (at.getHost() == null || at.getUserInfo() != null) {
            return false;
        }
        String host = at.getHost().toLowerCase(Locale.ROOT);
        boolean known = "https".equals(at.getScheme())
                && (at.getPort() == -1 || at.getPort() == 443)
                && KEEPERS.stream().anyMatch(host::endsWith);
        return known || sameHouse(base.apply(keys.gateway()), at);
    }

    private static boolean sameHouse(URI base, URI other) {
        return base.getScheme().equals(other.getScheme())
                && base.getHost().equalsIgnoreCase(other.getHost())
                && port(base) == port(other);
    }

    private static int port(URI uri) {
        return uri.getPort() != -1 ? uri.getPort() : "https".equals(uri.getScheme()) ? 443 : 80;
    }
}
