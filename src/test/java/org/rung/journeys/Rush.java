package org.rung.journeys;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.jooq.DSLContext;
import org.rung.accounts.Organizations;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.messaging.Purpose;
import org.rung.messaging.TextDraft;
import org.rung.messaging.TextingWindow;
import org.rung.messaging.Texts;
import org.rung.senders.Pacing;
import org.rung.senders.SenderDraft;
import org.rung.senders.SenderKind;
import org.rung.senders.Senders;
import org.rung.senders.twilio.Form;
import org.rung.senders.twilio.TwilioSignature;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** One organization whose texts and replies go through several houses at once, and what became of each of them. */
public final class Rush implements AutoCloseable {
    private static final String WORLD = "https://rung.example.org";
    private static final String NUMBER = "+15105550100";
    private static final String TOKEN = "token-of-a-test-house-00000000000";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final FakeTwilio provider = new FakeTwilio();
    private final List<House> houses = new ArrayList<>();
    private final String accountSid = "AC" + "%032x".formatted(Id.next());
    private final Texts texts;
    private final DSLContext db;
    private final Actor.Member ada;

    public Rush(Organizations organizations, Senders senders, Texts texts, DSLContext db) throws IOException {
        this.texts = texts;
        this.db = db;
        Leftovers.cancel(db);
        var here = organizations.found("Neighbors", "US", ZoneId.of("America/New_York"), false);
        ada = new NewOrganization(here, db).member(Role.ADMIN);
        var number = senders.add(ada, new SenderDraft(accountSid, TOKEN, NUMBER, "", false));
        // As fast as can be: what is tested is not the pace.
        senders.pace(
                ada, number, new Pacing(SenderKind.LONG_CODE, Optional.of(60_000), 1, "US", "510", Optional.empty()));
        provider.is(Rush::usual);
    }

    /** Slow enough that many are on their way at any instant. */
    private static FakeTwilio.Temper usual(int caller) {
        return switch (caller % 3) {
            case 0 -> FakeTwilio.Temper.TAKES_LATE;
            case 1 -> FakeTwilio.Temper.ANSWERS_LATE;
            default -> FakeTwilio.Temper.ANSWERS;
        };
    }

    /** So many callers from one on get no answer until {@link FakeTwilio#answers()}, though their texts are taken. */
    public void keepsWaiting(int from, int callers) {
        provider.is(caller ->
                caller >= from && caller < from + callers ? FakeTwilio.Temper.TAKES_AND_WAITS : usual(caller));
    }

    public OrganizationId organization() {
        return ada.organization();
    }

    public FakeTwilio provider() {
        return provider;
    }

    /** Another house on these tables. May be called by several at once. */
    public House open(Path home, Map<String, String> settings, String... arguments) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("RUNG_PUBLIC_URL", WORLD);
        all.put("RUNG_TWILIO_URL", provider.url());
        List<String> words = new ArrayList<>(List.of(
                // What was proven absent once is looked for again at once, instead of after ten minutes.
                "--rung.texting.look-again-after=1s",
                "--db-scheduler.polling-interval=200ms",
                "--db-scheduler.heartbeat-interval=1s",
                "--db-scheduler.missed-heartbeats-limit=4"));
        words.addAll(List.of(arguments));
        House house = House.start(home, all, words.toArray(String[]::new));
        synchronized (houses) {
            houses.add(house);
        }
        return house;
    }

    /** Accepted when this returns; asked again while the database is between two nodes. */
    public void queue(String words) {
        TextDraft draft = draft(words);
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> {
            try {
                texts.queue(ada, draft);
                return true;
            } catch (Problem.Conflict before) {
                // The one without an answer had been stored.
                return true;
            } catch (DataAccessException | TransactionException away) {
                return false;
            }
        });
    }

    private static TextDraft draft(String words) {
        return new TextDraft(
                Phones.fresh(),
                Optional.empty(),
                Purpose.FIRST_TEXT,
                words,
                Optional.of(Id.next()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new TextingWindow(List.of(Daytime.now().zone()), LocalTime.of(9, 0), LocalTime.of(20, 30)),
                Duration.ZERO);
    }

    /** A reply as a provider delivers it: to one house and, if that one does not take it, to another, until one does. */
    public void reply(PhoneNumber from, String words, House first, House second) throws InterruptedException {
        Form form = new Form(Map.of(
                "AccountSid",
                accountSid,
                "MessageSid",
                "SM" + Id.next(),
                "From",
                from.text(),
                "To",
                NUMBER,
                "Body",
                words,
                "NumMedia",
                "0"));
        boolean swap = false;
        while (!delivered(form, swap ? second : first)) swap = !swap;
        // Providers say things twice.
        delivered(form, swap ? first : second);
    }

    private static boolean delivered(Form form, House to) throws InterruptedException {
        String path = "/hooks/twilio/inbound";
        String body = new TreeMap<>(form.fields())
                .entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        try {
            int status = HTTP.send(
                            HttpRequest.newBuilder(URI.create(to.url() + path))
                                    .timeout(Duration.ofSeconds(15))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .header("X-Twilio-Signature", TwilioSignature.of(TOKEN, WORLD + path, form))
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status == 403 || status == 404) throw new AssertionError("A reply was refused: " + status);
            return status / 100 == 2;
        } catch (IOException gone) {
            return false;
        }
    }

    /** How many texts out are in which state. */
    public Map<String, Integer> out() {
        return states("OUT");
    }

    public Map<String, Integer> in() {
        return states("IN");
    }

    private Map<String, Integer> states(String direction) {
        return db.fetch(
                        "select state, count(*) from messages where organization_id = ? and direction = ? group by state",
                        ada.organization().value(),
                        direction)
                .intoMap(row -> row.get(0, String.class), row -> row.get(1, Integer.class));
    }

    public int differentReplies() {
        return db.fetchSingle(
                        "select count(distinct body) from messages where organization_id = ? and direction = 'IN'",
                        ada.organization().value())
                .get(0, Integer.class);
    }

    /** Texts that were claimed before then and of which nobody has said yet what became of them. */
    public int stillClaimedSince(Instant then) {
        return db.fetchSingle(
                        "select count(*) from messages where organization_id = ? and state = 'SENDING' and claimed_at <= ?",
                        ada.organization().value(),
                        LocalDateTime.ofInstant(then, ZoneOffset.UTC))
                .get(0, Integer.class);
    }

    /** Texts that had to be looked for at the provider. */
    public int lookedFor() {
        return db.fetchSingle(
                        "select count(*) from messages where organization_id = ? and looked_up_at is not null",
                        ada.organization().value())
                .get(0, Integer.class);
    }

    @Override
    public void close() {
        houses.forEach(House::kill);
        provider.close();
    }
}
