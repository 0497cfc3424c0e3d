package org.rung.bench;

import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Signed webhooks through the whole filter chain, each from somebody else who was texted, beside a bare insert. */
@RungTest
@Tag("bench")
class InboundBench {
    private static final int TEXTS = Integer.getInteger("rung.bench.inbound", 4_000);
    private static final int ROUNDS = 3;
    private static final int PEOPLE = TEXTS * ROUNDS * 3 + 2_000;
    private static final String URL = "/hooks/twilio/inbound";

    @Autowired
    AutowireCapableBeanFactory house;

    @Autowired
    WebApplicationContext web;

    @Autowired
    DSLContext database;

    private MockMvc door;
    private final AtomicInteger refused = new AtomicInteger();

    @Test
    void replies_by_the_thousand() throws Exception {
        door = MockMvcBuilders.webAppContextSetup(web).apply(springSecurity()).build();
        var ready = house.createBean(Union.class).of(PEOPLE, 40);
        new Texted(database).all(ready);
        var phones = new ArrayDeque<>(database.fetch(
                        "select phone from conversations where campaign_id = ?",
                        ready.campaign().value())
                .getValues(0, String.class));
        System.out.printf("%nInbound texts, %,d each time, beside a bare transaction that inserts one row%n", TEXTS);
        Crowd.of(deliveries(ready, phones, 8, 1_000));
        try (var bareInserts = new BareInserts(database, ready.here().organizationId())) {
            for (int callers : List.of(1, 8, 32)) {
                var bare = new ArrayList<Timing>();
                var texts = new ArrayList<Timing>();
                for (int round = 0; round < ROUNDS; round++) {
                    bare.add(Crowd.of(bareInserts.of(callers, TEXTS)));
                    texts.add(Crowd.of(deliveries(ready, phones, callers, TEXTS)));
                }
                var baseline = Timing.median(bare);
                baseline.print(callers + " bare inserts at once", baseline);
                Timing.median(texts).print(callers + " signed webhooks at once", baseline);
            }
        }
        statements("first reply of a conversation", deliveries(ready, phones, 1, 200));
        var again = new ArrayDeque<String>();
        for (int i = 0; i < 201; i++) again.add(phones.getFirst());
        Crowd.of(deliveries(ready, again, 1, 1));
        statements("second text of a day", deliveries(ready, again, 1, 200));
        if (refused.get() > 0) throw new IllegalStateException(refused + " webhooks were not taken");
    }

    private void statements(String what, List<Deed> deeds) throws Exception {
        long before = Effort.statements(database);
        int done = Crowd.of(deeds).deeds();
        System.out.printf(
                "  statements for the %s, with those around the transaction: %.1f%n",
                what, (Effort.statements(database) - before) / (double) done);
    }

    /** Signed before the clock starts. */
    private List<Deed> deliveries(Union.Ready ready, ArrayDeque<String> phones, int callers, int count)
            throws Exception {
        var deeds = new ArrayList<Deed>();
        for (int i = 0; i < callers; i++) {
            var mine = new ArrayDeque<Signed>();
            for (int n = 0; n < count / callers; n++) mine.add(signed(ready, phones.removeFirst()));
            deeds.add(() -> {
                var next = mine.poll();
                if (next == null) return false;
                int status = door.perform(post(URL)
                                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                                .content(next.body())
                                .header("X-Twilio-Signature", next.signature()))
                        .andReturn()
                        .getResponse()
                        .getStatus();
                if (status != 204) refused.incrementAndGet();
                return true;
            });
        }
        return deeds;
    }

    private record Signed(String body, String signature) {}

    private static Signed signed(Union.Ready ready, String phone) throws GeneralSecurityException {
        var form = new TreeMap<>(Map.of(
                "AccountSid",
                ready.accountSid(),
                "MessageSid",
                "SM" + Id.next(),
                "From",
                phone,
                "To",
                "+15005550006",
                "Body",
                "I will be there, what time does it start?",
                "NumMedia",
                "0"));
        var signed = new StringBuilder("http://localhost:8080" + URL);
        form.forEach((name, value) -> signed.append(name).append(value));
        var mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec("12345".getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return new Signed(
                body,
                Base64.getEncoder().encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8))));
    }
}
