package org.rung.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.accounts.Organizations;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Role;
import org.rung.messaging.Purpose;
import org.rung.messaging.TextDraft;
import org.rung.messaging.TextingWindow;
import org.rung.messaging.Texts;
import org.rung.senders.Pacing;
import org.rung.senders.SenderDraft;
import org.rung.senders.SenderKind;
import org.rung.senders.Senders;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Rung is ended in the middle of its work: whatever the instant, each text reaches the provider exactly once. */
@RungTest
class KillTest {
    private static final int TEXTS = 50;
    private static final int IN_FLIGHT = 30;
    private static final int CLAIMED = IN_FLIGHT + IN_FLIGHT / 2;

    @Autowired
    DSLContext db;

    @Autowired
    DataSource pool;

    @Autowired
    JdbcConnectionDetails database;

    @Autowired
    Organizations organizations;

    @Autowired
    Senders senders;

    @Autowired
    Texts texts;

    @Autowired
    TestClock clock;

    @Value("${rung.secret-key}")
    String secret;

    @Value("${rung.home}")
    Path home;

    private FakeTwilio provider;
    private Actor.Member ada;
    private final List<House> houses = new ArrayList<>();

    @BeforeEach
    void fifty_texts_wait() throws IOException {
        clock.set(Clock.systemUTC().instant());
        Leftovers.cancel(db);
        provider = new FakeTwilio();
        var here = organizations.found("Neighbors", "US", ZoneId.of("America/New_York"), false);
        ada = new NewOrganization(here, db).member(Role.ADMIN);
        var number = senders.add(
                ada,
                new SenderDraft(
                        "AC" + "%032x".formatted(Id.next()),
                        "token-of-a-test-house-00000000000",
                        "+15105550100",
                        "",
                        false));
        // As fast as can be: what is tested here is not the pace.
        senders.pace(
                ada, number, new Pacing(SenderKind.LONG_CODE, Optional.of(60_000), 1, "US", "510", Optional.empty()));
        for (int i = 0; i < TEXTS; i++) queue("Text " + i);
    }

    /** In a zone where it is day now, so that nothing is held. */
    private void queue(String words) {
        texts.queue(
                ada,
                new TextDraft(
                        Phones.fresh(),
                        Optional.empty(),
                        Purpose.FIRST_TEXT,
                        words,
                        Optional.of(Id.next()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        new TextingWindow(List.of(Daytime.now().zone()), LocalTime.of(9, 0), LocalTime.of(20, 30)),
                        Duration.ZERO));
    }

    @AfterEach
    void everyone_goes_home() {
        houses.forEach(House::kill);
        provider.close();
    }

    @Test
    void killed_between_the_answer_and_the_commit_no_text_is_lost_and_none_sent_twice() throws SQLException {
        // Ten answers wait until their rows are locked, ten never come, ten texts are lost on their way.
        provider.is(number -> number > IN_FLIGHT
                ? FakeTwilio.Temper.ANSWERS
                : switch (number % 3) {
                    case 0 -> FakeTwilio.Temper.TAKES_AND_WAITS;
                    case 1 -> FakeTwilio.Temper.TAKES_AND_IS_SILENT;
                    default -> FakeTwilio.Temper.LOSES;
                });
        House first = open();
        await().atMost(Duration.ofSeconds(60)).until(() -> provider.callers() == IN_FLIGHT);
        assertThat(provider.taken()).hasSize(20);
        try (Connection locked = pool.getConnection()) {
            locked.setAutoCommit(false);
            lockWhatIsBeingSent(locked);
            provider.answers();
            // The answers are there, and writing them down is under way: this is the instant.
            await().atMost(Duration.ofSeconds(60)).until(() -> provider.answered() >= 10);
            await().atMost(Duration.ofSeconds(60)).until(this::someoneWaitsToWriteDown);
            first.kill();
            locked.rollback();
        }
        assertThat(states()).isEqualTo(Map.of("SENDING", CLAIMED, "QUEUED", TEXTS - CLAIMED));

        open();
        await().atMost(Duration.ofMinutes(2)).until(this::states, states -> states.equals(Map.of("SENT", TEXTS)));
        assertEachTextOnce();
    }

    @Test
    void asked_to_stop_it_writes_down_what_is_on_its_way_and_leaves_the_rest_queued() {
        provider.is(number -> number > IN_FLIGHT ? FakeTwilio.Temper.ANSWERS : FakeTwilio.Temper.TAKES_AND_WAITS);
        House first = open();
        await().atMost(Duration.ofSeconds(60)).until(() -> provider.callers() == IN_FLIGHT);
        first.ask();
        await().atMost(Duration.ofSeconds(30)).until(() -> first.tail().contains("The outbox closes; 30 texts"));
        provider.answers();
        first.awaitEnd(Duration.ofSeconds(40));

        assertThat(states()).isEqualTo(Map.of("SENT", 30, "QUEUED", 20));
        open();
        await().atMost(Duration.ofMinutes(1)).until(this::states, states -> states.equals(Map.of("SENT", TEXTS)));
        assertEachTextOnce();
    }

    private void assertEachTextOnce() {
        assertThat(provider.taken())
                .extracting(FakeTwilio.Taken::body)
                .doesNotHaveDuplicates()
                .hasSize(TEXTS);
    }

    /** On the database of this test, with the provider across the street, and less patience than in production. */
    private House open() {
        House house = House.start(
                home.resolve("killed"),
                Map.of(
                        "RUNG_DATABASE_URL", database.getJdbcUrl(),
                        "RUNG_DATABASE_USER", String.valueOf(database.getUsername()),
                        "RUNG_DATABASE_PASSWORD", String.valueOf(database.getPassword()),
                        "RUNG_SECRET_KEY", secret,
                        "RUNG_TWILIO_URL", provider.url()),
                "--rung.texting.in-flight=" + IN_FLIGHT,
                "--rung.texting.patience=40s",
                // Longer than a call may last, but where the dead are waited for.
                "--rung.texting.dead-after=" + (houses.isEmpty() ? "60s" : "3s"),
                "--rung.texting.look-again-after=1s",
                "--rung.texting.settle-every=500ms",
                "--db-scheduler.polling-interval=200ms",
                "--db-scheduler.heartbeat-interval=1s",
                "--db-scheduler.missed-heartbeats-limit=4");
        houses.add(house);
        return house;
    }

    private void lockWhatIsBeingSent(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select message_id from messages where state = 'SENDING'"
                        + " and organization_id = " + ada.organization().value() + " for update")) {
            int locked = 0;
            while (rows.next()) locked++;
            assertThat(locked).isEqualTo(CLAIMED);
        }
    }

    private boolean someoneWaitsToWriteDown() {
        return db.fetchOptional("select 1 from information_schema.processlist where command <> 'Sleep'"
                        + " and info like 'select message_id, attempts from messages%' limit 1")
                .isPresent();
    }

    private Map<String, Integer> states() {
        return db.fetch(
                        "select state, count(*) from messages where organization_id = ? group by state",
                        ada.organization().value())
                .intoMap(row -> row.get(0, String.class), row -> row.get(1, Integer.class));
    }
}
