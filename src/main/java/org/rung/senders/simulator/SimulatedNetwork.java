package org.rung.senders.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.rung.common.PhoneNumber;
import org.rung.senders.twilio.Form;
import org.rung.senders.twilio.TwilioSignature;
import org.rung.settings.RungSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** What happens to a simulated text after it was taken: it travels, arrives or not, and someone may answer. */
@Component
@InSimulation
class SimulatedNetwork implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatedNetwork.class);

    /** As much as Twilio takes with one text. */
    private static final long LARGEST = 5L * 1024 * 1024;

    private final SimulatedTextStore texts;
    private final SimulatedFileStore files;
    private final RungSettings settings;
    private final Environment environment;
    private final Clock clock;
    private final double speed;
    private final Set<Consumer<PhoneNumber>> watchers = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService later = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().daemon().name("simulator-", 1).factory());
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    SimulatedNetwork(
            SimulatedTextStore texts,
            SimulatedFileStore files,
            RungSettings settings,
            Environment environment,
            Clock clock,
            @Value("${RUNG_SIMULATOR_SPEED:1}") double speed) {
        this.texts = texts;
        this.files = files;
        this.settings = settings;
        this.environment = environment;
        this.clock = clock;
        this.speed = speed;
        texts.forget(clock.instant().minus(Duration.ofDays(30)));
        files.forget(clock.instant().minus(Duration.ofDays(30)));
    }

    /** Our own text on its way to a phone, once what leaves with it was fetched from us. */
    void carry(SimulatedText text, String token, Optional<String> callback, List<String> media) {
        if (media.isEmpty()) {
            carry(text, token, callback);
            return;
        }
        tellWatchers(text.phone());
        after(0.2, () -> {
            Optional<String> trouble = taken(text, media);
            if (trouble.isPresent()) {
                report(text, token, callback, "failed", trouble);
            } else {
                carry(text, token, callback);
            }
        });
    }

    /** Twilio's code where one of them cannot be had, is too large or no picture. */
    private Optional<String> taken(SimulatedText text, List<String> media) {
        long size = 0;
        for (String url : media) {
            try {
                HttpResponse<byte[]> answer = http.send(
                        HttpRequest.newBuilder(here(URI.create(url)))
                                .timeout(Duration.ofSeconds(15))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
                String type = answer.headers().firstValue("Content-Type").orElse("");
                size += answer.body().length;
                if (answer.statusCode() != 200) {
                    return Optional.of("11200");
                }
                if (!type.startsWith("image/")) {
                    return Optional.of("12300");
                }
                if (size > LARGEST) {
                    return Optional.of("11751");
                }
                files.add(
                        text.accountSid(),
                        new SimulatedFile(newFileSid(), text.sid(), type, answer.body()),
                        clock.instant());
            } catch (IOException | IllegalArgumentException unreachable) {
                return Optional.of("11200");
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
                return Optional.of("11200");
            }
        }
        return Optional.empty();
    }

    private void carry(SimulatedText text, String token, Optional<String> callback) {
        tellWatchers(text.phone());
        Temper temper = Temper.of(text.phone());
        after(0.4, () -> report(text, token, callback, "sent", Optional.empty()));
        after(1.5, () -> {
            Optional<String> trouble = temper.errorCode();
            report(text, token, callback, trouble.isPresent() ? "undelivered" : "delivered", trouble);
        });
        RandomGenerator chance = RandomGenerator.getDefault();
        int said = (int) texts.latest(text.accountSid(), Optional.of(text.phone()), 50).stream()
                .filter(earlier -> !earlier.outbound())
                .count();
        SimulatedWits.answer(temper, text.body(), said, chance).ifPresent(words -> {
            double thinks = 4 + chance.nextDouble() * 26;
            after(
                    temper == Temper.SLOW ? thinks * 3 : thinks,
                    () -> say(text.accountSid(), text.address(), text.phone(), token, words, List.of()));
        });
    }

    /** A picture or a file that a phone sends; its type is what the phone says, whatever it is. */
    record Sent(String type, byte[] content) {}

    /** A phone texts us; returns when our webhook has answered. */
    void say(String accountSid, String address, PhoneNumber phone, String token, String words, List<Sent> sent) {
        SimulatedText said = new SimulatedText(
                newSid(), accountSid, phone, address, false, words, "received", Optional.empty(), clock.instant());
        texts.add(said);
        List<SimulatedFile> with = sent.stream()
                .map(file -> new SimulatedFile(newFileSid(), said.sid(), file.type(), file.content()))
                .toList();
        with.forEach(file -> files.add(accountSid, file, clock.instant()));
        tellWatchers(said.phone());
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("MessageSid", said.sid());
        fields.put("SmsSid", said.sid());
        fields.put("AccountSid", said.accountSid());
        fields.put("From", said.phone().text());
        fields.put("To", said.address());
        fields.put("Body", words);
        fields.put("NumMedia", Integer.toString(with.size()));
        for (int nth = 0; nth < with.size(); nth++) {
            fields.put(
                    "MediaUrl" + nth,
                    home() + "/sim/2010-04-01/Accounts/" + accountSid + "/Messages/" + said.sid() + "/Media/"
                            + with.get(nth).sid());
            fields.put("MediaContentType" + nth, with.get(nth).type());
        }
        fields.put("NumSegments", "1");
        fields.put("SmsStatus", "received");
        post(settings.publicUrl() + "/hooks/twilio/inbound", token, fields);
    }

    /** Calls the watcher, on some thread, whenever a phone sends or gets something; run the answer to stop. */
    Runnable watch(Consumer<PhoneNumber> watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    private static String newFileSid() {
        return "ME" + UUID.randomUUID().toString().replace("-", "");
    }

    static String newSid() {
        return "SM" + UUID.randomUUID().toString().replace("-", "");
    }

    private void report(
            SimulatedText text, String token, Optional<String> callback, String status, Optional<String> code) {
        texts.move(text.sid(), status, code);
        tellWatchers(text.phone());
        callback.ifPresent(url -> {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("MessageSid", text.sid());
            fields.put("MessageStatus", status);
            fields.put("AccountSid", text.accountSid());
            fields.put("From", text.address());
            fields.put("To", text.phone().text());
            code.ifPresent(value -> fields.put("ErrorCode", value));
            post(url, token, fields);
        });
    }

    /** Signed for the address that the world uses, sent to the one of this machine: a proxy need not be there. */
    private void post(String url, String token, Map<String, String> fields) {
        URI here = here(URI.create(url));
        String body = fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8)
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        try {
            HttpResponse<Void> answer = http.send(
                    HttpRequest.newBuilder(here)
                            .timeout(Duration.ofSeconds(15))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("X-Twilio-Signature", TwilioSignature.of(token, url, new Form(fields)))
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            if (answer.statusCode() != 204) {
                LOG.warn("A simulated webhook was answered with {}", answer.statusCode());
            }
        } catch (IOException unreachable) {
            LOG.warn(
                    "A simulated webhook did not arrive: {}",
                    unreachable.getClass().getSimpleName());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private URI here(URI world) {
        return URI.create(home() + world.getRawPath() + (world.getRawQuery() == null ? "" : "?" + world.getRawQuery()));
    }

    private String home() {
        return "http://127.0.0.1:" + environment.getProperty("local.server.port", Integer.class, settings.port());
    }

    private void after(double seconds, Runnable work) {
        later.schedule(
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException broken) {
                        LOG.warn("The simulator lost a step", broken);
                    }
                },
                (long) (seconds * 1000 / speed),
                TimeUnit.MILLISECONDS);
    }

    private void tellWatchers(PhoneNumber phone) {
        watchers.forEach(watcher -> watcher.accept(phone));
    }

    @Override
    public void destroy() {
        later.shutdownNow();
        http.shutdownNow();
    }
}
