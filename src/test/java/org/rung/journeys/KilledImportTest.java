package org.rung.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.cast.NewOrganization;
import org.rung.cast.TestClock;
import org.rung.common.Role;
import org.rung.exchange.ImportState;
import org.rung.exchange.Imports;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Rung is killed in the middle of a list: the next start goes on with it, and each row is in once. */
@RungTest
class KilledImportTest {
    private static final int ROWS = 60_000;

    @Autowired
    Imports imports;

    @Autowired
    JdbcConnectionDetails database;

    @Autowired
    DSLContext db;

    @Autowired
    TestClock clock;

    @Value("${rung.secret-key}")
    String secret;

    @Value("${rung.home}")
    Path home;

    private final List<House> houses = new ArrayList<>();

    @AfterEach
    void everyone_goes_home() {
        houses.forEach(House::kill);
    }

    @Test
    void killed_in_the_middle_of_a_list_the_next_start_brings_each_row_in_once() {
        clock.set(Clock.systemUTC().instant());
        var here = NewOrganization.with(db);
        var ora = here.member(Role.ORGANIZER);
        var csv = new StringBuilder("phone,first name,consent\n");
        for (int i = 0; i < ROWS; i++)
            csv.append("+1510%07d,Name%d,%s\n".formatted(2_000_000 + i, i, i % 10 == 0 ? "no" : "yes"));
        var id = imports.importAll(
                ora,
                "list.csv",
                new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8)),
                "Fair",
                "Signed the form");

        var first = House.begin(home.resolve("killed-import"), settings());
        houses.add(first);
        await("rows come in")
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> imports.get(ora, id).rowsDone() > 0);
        first.kill();
        var killed = imports.get(ora, id);
        assertThat(killed.state()).isEqualTo(ImportState.RUNNING);
        assertThat(killed.rowsDone()).isBetween(1L, ROWS - 1L);

        houses.add(House.start(home.resolve("killed-import"), settings()));
        await().atMost(Duration.ofMinutes(3))
                .until(() -> imports.get(ora, id).state(), state -> state == ImportState.DONE);

        var done = imports.get(ora, id);
        assertThat(done.counts().created()).isEqualTo(ROWS);
        assertThat(done.counts().rows()).isEqualTo(ROWS);
        assertThat(count(here, "supporters")).isEqualTo(ROWS);
        assertThat(count(here, "supporter_phones")).isEqualTo(ROWS);
        assertThat(count(here, "phone_consents where consent = 'OPTED_OUT' and"))
                .isEqualTo(ROWS / 10);
        assertThat(count(here, "phone_consents")).isEqualTo(ROWS);
        assertThat(count(here, "consents")).as("one line for each number").isEqualTo(ROWS);
    }

    private int count(NewOrganization organization, String what) {
        var from = what.endsWith("and") ? what : what + " where";
        return db.fetchSingle(
                        "select count(*) from " + from + " organization_id = ?",
                        organization.organizationId().value())
                .get(0, int.class);
    }

    private Map<String, String> settings() {
        return Map.of(
                "RUNG_DATABASE_URL", database.getJdbcUrl(),
                "RUNG_DATABASE_USER", String.valueOf(database.getUsername()),
                "RUNG_DATABASE_PASSWORD", String.valueOf(database.getPassword()),
                "RUNG_SECRET_KEY", secret);
    }
}
