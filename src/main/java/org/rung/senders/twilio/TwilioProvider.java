package org.rung.senders.twilio;

import com.twilio.base.Page;
import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.Account;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.util.Timeout;
import org.rung.common.Sentence;
import org.rung.senders.ErrorTable;
import org.rung.senders.Gateway;
import org.rung.senders.Handover;
import org.rung.senders.Outcome;
import org.rung.senders.Provider;
import org.rung.senders.SenderKeys;
import org.rung.senders.Sighting;
import org.rung.settings.RungSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Hands texts to Twilio, or to the simulator, by the same lines: only the base address differs. */
@Component
class TwilioProvider implements Provider {
    private static final Logger LOG = LoggerFactory.getLogger(TwilioProvider.class);
    /** Clocks differ, and what we know of is left out anyway: a wide look takes nothing for absent that is there. */
    private static final Duration AROUND = Duration.ofHours(1);

    private static final int LONGEST_VALIDITY = 36_000;
    /** At once, beside the texts that leave. */
    private static final int LOOK_UPS = 20;

    private static final long PAGE = 100;

    private final OneRequestClient twilio;
    private final OneRequestClient simulator;
    private final ErrorTable table;
    private final RungSettings settings;
    private final Clock clock;

    TwilioProvider(
            ErrorTable table,
            RungSettings settings,
            Environment environment,
            Clock clock,
            @Value("${RUNG_TWILIO_URL:https://api.twilio.com}") URI url,
            @Value("${rung.texting.in-flight:100}") int width,
            @Value("${rung.texting.patience:20s}") Duration patience) {
        Timeout timeout = Timeout.of(patience);
        this.twilio = new OneRequestClient(() -> url, width + LOOK_UPS, timeout);
        // In tests the port is only known once the server runs.
        this.simulator = new OneRequestClient(
                () -> URI.create("http://127.0.0.1:"
                        + environment.getProperty("local.server.port", Integer.class, settings.port()) + "/sim"),
                width + LOOK_UPS,
                timeout);
        this.table = table;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Outcome send(Handover text) {
        PhoneNumber to = new PhoneNumber(text.to().text());
        SenderKeys from = text.from();
        MessageCreator creator = from.address().startsWith("MG")
                ? Message.creator(from.accountSid(), to, from.address(), text.body())
                : Message.creator(from.accountSid(), to, new PhoneNumber(from.address()), text.body());
        if (!text.files().isEmpty()) {
            creator.setMediaUrl(text.files());
        }
        // What waits in the provider's own queue must not leave in the night either.
        text.closing().ifPresent(closing -> creator.setValidityPeriod(validity(closing)));
        try {
            Message taken = creator.setStatusCallback(URI.create(settings.publicUrl() + "/hooks/twilio/status?m="
                            + text.messageId().text() + "&a=" + text.attempt()))
                    .create(client(from));
            return new Outcome.Accepted(taken.getSid());
        } catch (TwilioException broken) {
            // The SDK wraps a broken connection in an ApiException without a status.
            if (neverConnected(broken)) {
                return new Outcome.NotNow(clock.instant(), "CONNECT");
            }
            return broken instanceof ApiException refused ? refusal(refused) : new Outcome.Unknown();
        }
    }

    @Override
    public Optional<List<Sighting>> find(Handover text) {
        Instant from = text.claimedAt().minus(AROUND);
        Instant until = text.claimedAt().plus(AROUND);
        try {
            // No filter by date: what is still queued there has no date of sending yet.
            Page<Message> page = Message.reader(text.from().accountSid())
                    .setTo(text.to().text())
                    .setPageSize(PAGE)
                    .firstPage(client(text.from()));
            return Optional.of(page.getRecords().stream()
                    .filter(message -> message.getDirection() != Message.Direction.INBOUND)
                    // One without a date we can read may be ours: to take it for absent would send it twice.
                    .filter(message -> message.getDateCreated() == null
                            || !message.getDateCreated().toInstant().isBefore(from)
                                    && !message.getDateCreated().toInstant().isAfter(until))
                    .map(message -> new Sighting(
                            message.getSid(),
                            Optional.ofNullable(message.getBody()).orElse("")))
                    .toList());
        } catch (TwilioException broken) {
            LOG.warn("A text could not be looked up: {}", broken.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    @Override
    public Optional<Sentence> trouble(SenderKeys keys) {
        try {
            Account account = Account.fetcher(keys.accountSid()).fetch(client(keys));
            return account.getStatus() == Account.Status.ACTIVE
                    ? Optional.empty()
                    : Optional.of(Sentence.of("problem.twilio-account", String.valueOf(account.getStatus())));
        } catch (ApiException refused) {
            return Optional.of(Sentence.of("problem.twilio-refused", code(refused)));
        } catch (TwilioException broken) {
            return Optional.of(Sentence.of("problem.twilio-silent"));
        }
    }

    private int validity(Instant closing) {
        return (int) Math.clamp(Duration.between(clock.instant(), closing).toSeconds(), 1L, (long) LONGEST_VALIDITY);
    }

    private TwilioRestClient client(SenderKeys keys) {
        return new TwilioRestClient.Builder(keys.accountSid(), keys.token())
                .accountSid(keys.accountSid())
                .httpClient(keys.gateway() == Gateway.SIMULATOR ? simulator : twilio)
                .build();
    }

    private Outcome refusal(ApiException refused) {
        int status = refused.getStatusCode() == null ? 0 : refused.getStatusCode();
        String code = code(refused);
        if (status == 429 || code.equals("20429")) {
            return new Outcome.NotNow(clock.instant(), "20429");
        }
        // Below 400 or from 500 on nobody said no: Twilio may have taken it before something broke. Nor did who only
        // lost patience in between.
        if (status < 400 || status >= 500 || refused.getCode() == null && (status == 408 || status == 425)) {
            return new Outcome.Unknown();
        }
        return table.of(code).passing() ? new Outcome.NotNow(clock.instant(), code) : new Outcome.Never(code);
    }

    private static String code(ApiException refused) {
        return refused.getCode() == null
                ? "HTTP " + refused.getStatusCode()
                : refused.getCode().toString();
    }

    private static boolean neverConnected(Throwable broken) {
        return Stream.iterate(broken, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof ConnectException
                        || cause instanceof ConnectTimeoutException
                        || cause instanceof ConnectionRequestTimeoutException
                        || cause instanceof NoRouteToHostException
                        || cause instanceof UnknownHostException);
    }
}
