package org.rung.bench;

import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.bench.Crowd.Deed;
import org.rung.bench.Crowd.Timing;
import org.rung.common.Id;
import org.rung.common.MessageId;
import org.rung.journeys.House;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/**
 * Signed webhooks, each about somebody else who was texted, beside a bare insert: through the whole filter chain within this
 * process, and over sockets to a server of its own, as a provider delivers them.
 */
@RungTest
@Tag("bench")
class InboundBench {
    private static final int TEXTS = Integer.getInteger("rung.bench.inbound", 3_000);
    private static final int ROUNDS = Integer.getInteger("rung.bench.inbound.rounds", 3);
    private static final List<Integer> CALLERS = List.of(1, 8, 32, 100);
    private static final int PEOPLE = TEXTS * ROUNDS * CALLERS.size() + 10_000;
    private static final String INBOUND = "/hooks/twilio/inbound";
    private static final String STATUS = "/hooks/twilio/status";
    private static final String PUBLIC_URL = "http://localhost:8080";
    private static final String REPLY = "I will be there, what time does it start?";

    @Autowired
    AutowireCapableBeanFactory house;

    @Autowired
    WebApplicationContext web;

    @Autowired
    DSLContext database;

    @Autowired
    HikariDataSource pool;

    @Value("${rung.secret-key}")
    String secret;

    @Value("${rung.home}")
    Path home;

    private Supplier<Door> doors = () -> {
        throw new IllegalStateException("Nobody has said where to post");
    };
    private Union.Ready ready;
    private final ArrayDeque<Sent> sent = new ArrayDeque<>();
    private final ArrayDeque<Sent> underway = new ArrayDeque<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger replies = new AtomicInteger();

    /** A text that left, with what the provider calls it. */
    private record Sent(String phone, long messageId, String providerId) {}

    /** A request as a provider makes it, ready to go. */
    private record Signed(String address, String body, String signature) {}

    private interface Source {
        Signed next() throws GeneralSecurityException;
    }

    /** Where one caller posts; the status of the answer. */
    private interface Door {
        int post(Signed what) throws Exception;
    }

    @Test
    void webhooks_by_the_thousand() throws Exception {
        MockMvc within =
                MockMvcBuilders.webAppContextSetup(web).apply(springSecurity()).build();
        doors = () -> what -> within.perform(post(URI.create(what.address()))
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .content(what.body())
                        .header("X-Twilio-Signature", what.signature()))
                .andReturn()
                .getResponse()
                .getStatus();
        everyoneWasTexted(PEOPLE);
        System.out.printf("%nWebhooks, %,d each time, beside a bare transaction that inserts one row%n", TEXTS);
        Crowd.of(deliveries(this::reply, 8, 2_000));
        Crowd.of(deliveries(this::delivered, 8, 2_000));
        frame();
        try (var bareInserts = new BareInserts(database, ready.here().organizationId())) {
            for (int callers : CALLERS) {
                var timings = new HashMap<String, List<Timing>>();
                for (int round = 0; round < ROUNDS; round++) {
                    time(timings, "bare inserts", bareInserts.of(callers, TEXTS));
                    time(timings, "signed replies", deliveries(this::reply, callers, TEXTS));
                    time(timings, "signed delivery reports", deliveries(this::delivered, callers, TEXTS));
                }
                var baseline = Timing.median(timings.get("bare inserts"));
                for (var what : List.of("bare inserts", "signed replies", "signed delivery reports"))
                    Timing.median(timings.get(what)).print(callers + " " + what + " at once", baseline);
                System.out.println("    statements per reply: "
                        + statements(deliveries(this::reply, callers, 400)) + ", per report: "
                        + statements(deliveries(this::delivered, callers, 400)));
            }
            var baseline = Crowd.of(bareInserts.of(32, TEXTS));
            Crowd.of(deliveries(this::unknown, 32, TEXTS)).print("32 texts of unknown numbers at once", baseline);
            Crowd.of(deliveries(this::stop, 32, 1_600)).print("32 times STOP at once", baseline);
        }
        if (refused.get() > 0) throw new IllegalStateException(refused + " webhooks were not taken");
    }

    /** The server has the machine's two cores to share with its database and with those who call. */
    @Test
    void webhooks_over_sockets_to_a_server_of_its_own() throws Exception {
        everyoneWasTexted(TEXTS * ROUNDS * CALLERS.size() + 10_000);
        var settings = Map.of(
                "RUNG_DATABASE_URL",
                pool.getJdbcUrl(),
                "RUNG_DATABASE_USER",
                pool.getUsername(),
                "RUNG_DATABASE_PASSWORD",
                pool.getPassword(),
                "RUNG_SECRET_KEY",
                secret,
                "RUNG_PUBLIC_URL",
                PUBLIC_URL,
                // As ./rung run starts it, which compiles what is hot once more; a test's house does not.
                "_JAVA_OPTIONS",
                "-XX:TieredStopAtLevel=4");
        try (House server = House.start(home.resolve("inbound"), settings, "--rung.texting.outbox=false");
                var bareInserts = new BareInserts(database, ready.here().organizationId())) {
            doors = () -> {
                Wire wire = new Wire(URI.create(server.url()));
                return what -> wire.post(what.address(), what.body(), what.signature());
            };
            System.out.printf(
                    "%nWebhooks over sockets to a running server, %,d each time, beside a bare transaction that inserts one"
                            + " row%n",
                    TEXTS);
            Crowd.of(deliveries(this::reply, 32, 5_000));
            Crowd.of(deliveries(this::delivered, 32, 5_000));
            for (int callers : CALLERS) {
                var timings = new HashMap<String, List<Timing>>();
                for (int round = 0; round < ROUNDS; round++) {
                    time(timings, "bare inserts", bareInserts.of(callers, TEXTS));
                    time(timings, "signed replies", deliveries(this::reply, callers, TEXTS));
                    time(timings, "signed delivery reports", deliveries(this::delivered, callers, TEXTS));
                }
                var baseline = Timing.median(timings.get("bare inserts"));
                for (var what : List.of("bare inserts", "signed replies", "signed delivery reports"))
                    Timing.median(timings.get(what)).print(callers + " " + what + " at once", baseline);
            }
            allStored();
        }
        if (refused.get() > 0) throw new IllegalStateException(refused + " webhooks were not taken");
    }

    /** Each reply that was answered with 204 is a row. */
    private void allStored() {
        int there = database.fetchSingle(
                        "select count(*) from messages where organization_id = ? and direction = 'IN'",
                        ready.here().organizationId().value())
                .get(0, int.class);
        if (there != replies.get()) throw new IllegalStateException(there + " of " + replies + " replies are stored");
    }

    private void everyoneWasTexted(int people) throws IOException {
        ready = house.createBean(Union.class).of(people, 40);
        new Texted(database).all(ready);
        database.execute(
                "update messages set state = 'SENT', attempts = 1, sent_at = '2026-10-12 12:00:00' where organization_id = ?",
                ready.here().organizationId().value());
        database.fetch(
                        "select phone, message_id, provider_id from messages where organization_id = ?",
                        ready.here().organizationId().value())
                .forEach(row ->
                        sent.add(new Sent(row.get(0, String.class), row.get(1, Long.class), row.get(2, String.class))));
        underway.addAll(sent);
    }

    /** What the way to the door costs, in this benchmark's own clothes: a genuine report of nothing that we know. */
    private void frame() throws Exception {
        var timing = Crowd.of(deliveries(
                () -> signed(STATUS, Map.of("MessageSid", "SM1", "MessageStatus", "dreaming", "From", "+15005550006")),
                8,
                2_000));
        timing.print("8 genuine ones with nothing to store at once", timing);
    }

    private static void time(Map<String, List<Timing>> timings, String what, List<Deed> deeds) throws Exception {
        timings.computeIfAbsent(what, any -> new ArrayList<>()).add(Crowd.of(deeds));
    }

    private String statements(List<Deed> deeds) throws Exception {
        long before = Effort.statements(database);
        int done = Crowd.of(deeds).deeds();
        return "%.1f".formatted((Effort.statements(database) - before) / (double) done);
    }

    /** Signed before the clock starts. */
    private List<Deed> deliveries(Source source, int callers, int count) throws Exception {
        var deeds = new ArrayList<Deed>();
        for (int i = 0; i < callers; i++) {
            var mine = new ArrayDeque<Signed>();
            Door door = doors.get();
            for (int n = 0; n < count / callers; n++) mine.add(source.next());
            deeds.add(() -> {
                var next = mine.poll();
                if (next == null) return false;
                int status = door.post(next);
                if (status != 204) refused.incrementAndGet();
                else if (next.address().equals(INBOUND)) replies.incrementAndGet();
                return true;
            });
        }
        return deeds;
    }

    private Signed reply() throws GeneralSecurityException {
        return inbound(sent.removeFirst().phone(), REPLY);
    }

    private Signed stop() throws GeneralSecurityException {
        return inbound(sent.removeFirst().phone(), "STOP");
    }

    private Signed unknown() throws GeneralSecurityException {
        return inbound("+1646" + "%07d".formatted(unknown++), "JOIN");
    }

    private int unknown;

    private Signed inbound(String phone, String words) throws GeneralSecurityException {
        return signed(
                INBOUND,
                Map.of(
                        "MessageSid",
                        "SM" + Id.next(),
                        "From",
                        phone,
                        "To",
                        "+15005550006",
                        "Body",
                        words,
                        "NumMedia",
                        "0"));
    }

    private Signed delivered() throws GeneralSecurityException {
        var text = underway.removeFirst();
        return signed(
                STATUS + "?m=" + new MessageId(text.messageId()).text() + "&a=1",
                Map.of(
                        "MessageSid",
                        text.providerId(),
                        "MessageStatus",
                        "delivered",
                        "From",
                        "+15005550006",
                        "To",
                        text.phone()));
    }

    private Signed signed(String address, Map<String, String> fields) throws GeneralSecurityException {
        var form = new TreeMap<>(fields);
        form.put("AccountSid", ready.accountSid());
        var signed = new StringBuilder(PUBLIC_URL + address);
        form.forEach((name, value) -> signed.append(name).append(value));
        var mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec("12345".getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return new Signed(
                address,
                body,
                Base64.getEncoder().encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8))));
    }
}
