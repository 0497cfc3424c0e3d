package org.rung.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.accounts.Organizations;
import org.rung.cast.Phones;
import org.rung.cast.TestClock;
import org.rung.journeys.FakeTwilio;
import org.rung.journeys.House;
import org.rung.journeys.Rush;
import org.rung.messaging.Texts;
import org.rung.senders.Senders;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/**
 * Two Rungs that write to two different nodes of a Galera cluster; first a node of the database is ended with kill -9, then
 * one of the Rungs. This test itself writes to the first node:
 *
 * <pre>
 * galera up DIR     (three nodes on 127.0.0.1:13501 to 13503)
 * RUNG_TEST_GALERA=DIR RUNG_TEST_DATABASE_URL='jdbc:mysql://127.0.0.1:13501/rung' RUNG_TEST_DATABASE_USER=rung \
 *   RUNG_TEST_DATABASE_PASSWORD=rung ./rung bench -Dtest=GaleraBench
 * </pre>
 */
@RungTest
@Tag("bench")
class GaleraBench {
    private static final int TEXTS = Integer.getInteger("rung.bench.texts", 3_000);
    private static final int REPLIES = TEXTS / 10;
    private static final List<Integer> NODES = List.of(13501, 13502, 13503);

    @Autowired
    DSLContext db;

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

    @Test
    void a_node_of_the_database_is_killed_and_then_one_of_ours() throws Exception {
        Optional<Path> cluster =
                Optional.ofNullable(System.getenv("RUNG_TEST_GALERA")).map(Path::of);
        Assumptions.assumeTrue(cluster.isPresent(), "RUNG_TEST_GALERA names no cluster");
        clock.set(Clock.systemUTC().instant());
        try (Rush rush = new Rush(organizations, senders, texts, db);
                ExecutorService hands = Executors.newFixedThreadPool(4)) {
            var one = hands.submit(() -> open(rush, "first", List.of(0, 2, 1)));
            var other = hands.submit(() -> open(rush, "second", List.of(1, 2, 0)));
            House first = one.get(5, TimeUnit.MINUTES);
            House second = other.get(5, TimeUnit.MINUTES);

            Instant begun = Instant.now();
            var queueing = hands.submit(() -> {
                for (int i = 0; i < TEXTS; i++) rush.queue("Text " + i);
                return TEXTS;
            });
            var replying = hands.submit(() -> {
                for (int i = 0; i < REPLIES; i++) {
                    rush.reply(Phones.fresh(), "Reply " + i, i % 2 == 0 ? second : first, i % 2 == 0 ? first : second);
                }
                return REPLIES;
            });
            taken(rush, TEXTS / 4);
            end(cluster.get().resolve("n2.pid"));
            System.out.printf(
                    "%n  a database node was killed after %s texts%n",
                    rush.provider().taken().size());
            taken(rush, TEXTS / 2);
            int retriedByFirst = retried(first);
            first.kill();
            Instant killed = Instant.now();
            System.out.printf(
                    "  one Rung was killed after %s texts%n",
                    rush.provider().taken().size());
            await().atMost(Duration.ofMinutes(2)).until(() -> rush.stillClaimedSince(killed) == 0);
            Duration taken = Duration.between(killed, Instant.now());
            queueing.get(5, TimeUnit.MINUTES);
            replying.get(5, TimeUnit.MINUTES);
            await().atMost(Duration.ofMinutes(5)).until(rush::out, states -> states.equals(Map.of("SENT", TEXTS)));
            System.out.printf(
                    "  %,d texts and %,d replies in %.0f s; %d texts were in doubt and looked for; claims of the dead taken"
                            + " over after %.1f s; transactions begun anew: %d and %d%n",
                    TEXTS,
                    REPLIES,
                    Duration.between(begun, Instant.now()).toMillis() / 1000.0,
                    rush.lookedFor(),
                    taken.toMillis() / 1000.0,
                    retriedByFirst,
                    retried(second));

            assertThat(rush.provider().taken())
                    .extracting(FakeTwilio.Taken::body)
                    .doesNotHaveDuplicates()
                    .hasSize(TEXTS);
            assertThat(rush.in()).isEqualTo(Map.of("RECEIVED", REPLIES));
            assertThat(rush.differentReplies()).isEqualTo(REPLIES);
        }
    }

    private static void taken(Rush rush, int texts) {
        await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> rush.provider().taken().size() > texts);
    }

    /** The driver goes on to the next address when one does not answer. */
    private House open(Rush rush, String name, List<Integer> order) {
        String hosts =
                order.stream().map(node -> "127.0.0.1:" + NODES.get(node)).collect(Collectors.joining(","));
        return rush.open(
                home.resolve(name),
                Map.of(
                        "RUNG_DATABASE_URL",
                        "jdbc:mysql://" + hosts + "/rung?failOverReadOnly=false&connectTimeout=2000&socketTimeout=20000"
                                + "&sessionVariables=wsrep_sync_wait=1",
                        "RUNG_DATABASE_USER",
                        "rung",
                        "RUNG_DATABASE_PASSWORD",
                        "rung",
                        "RUNG_SECRET_KEY",
                        secret));
    }

    private static void end(Path pid) throws IOException {
        ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
                .orElseThrow()
                .destroyForcibly();
    }

    private static int retried(House house) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(house.url() + "/actuator/prometheus"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body()
                .lines()
                .filter(line -> line.startsWith("rung_deadlocks_retried_total"))
                .mapToInt(line -> (int) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
