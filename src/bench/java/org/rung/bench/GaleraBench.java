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
import java.util.concurrent.CountDownLatch;
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
 * Two Rungs that write to two different nodes of a Galera cluster. First a node of the database is ended with kill -9 and
 * comes back; then another one and one of the Rungs in the same instant. This test itself writes to the first node:
 * ./rung galera starts the cluster, says where it is, and ends it.
 */
@RungTest
@Tag("bench")
class GaleraBench {
    private static final int TEXTS = Integer.getInteger("rung.bench.texts", 3_000);
    private static final int REPLIES = TEXTS / 10;

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
    void a_node_of_the_database_is_killed_and_then_another_together_with_one_of_ours() throws Exception {
        Optional<Path> named =
                Optional.ofNullable(System.getenv("RUNG_TEST_GALERA")).map(Path::of);
        Assumptions.assumeTrue(named.isPresent(), "RUNG_TEST_GALERA names no cluster: ./rung galera starts one");
        Path cluster = named.get();
        List<String> ports = Files.readAllLines(cluster.resolve("ports"));
        clock.set(Clock.systemUTC().instant());
        try (Rush rush = new Rush(organizations, senders, texts, db);
                ExecutorService hands = Executors.newFixedThreadPool(4)) {
            var one = hands.submit(() -> open(rush, "first", ports, List.of(0, 2, 1)));
            var other = hands.submit(() -> open(rush, "second", ports, List.of(1, 2, 0)));
            House first = one.get(5, TimeUnit.MINUTES);
            House second = other.get(5, TimeUnit.MINUTES);

            Instant begun = Instant.now();
            CountDownLatch back = new CountDownLatch(1);
            var queueing = hands.submit(() -> {
                for (int i = 0; i < TEXTS; i++) {
                    // There is as much to do when the second blow falls as when the first did.
                    if (i == TEXTS / 2) back.await(5, TimeUnit.MINUTES);
                    rush.queue("Text " + i);
                }
                return TEXTS;
            });
            var replying = hands.submit(() -> {
                for (int i = 0; i < REPLIES; i++) {
                    if (i == REPLIES / 2) back.await(5, TimeUnit.MINUTES);
                    rush.reply(Phones.fresh(), "Reply " + i, i % 2 == 0 ? second : first, i % 2 == 0 ? first : second);
                }
                return REPLIES;
            });
            taken(rush, TEXTS / 4);
            node(cluster, 2).destroyForcibly();
            System.out.printf("%n  a database node was killed after %s texts%n", count(rush));
            Instant gone = Instant.now();
            bringBack(cluster, 2);
            System.out.printf(
                    "  it was back after %.1f s and %s texts%n",
                    seconds(Duration.between(gone, Instant.now())), count(rush));
            back.countDown();

            taken(rush, TEXTS * 3 / 4);
            int retriedByFirst = retried(first);
            ProcessHandle third = node(cluster, 3);
            Instant killed = Instant.now();
            third.destroyForcibly();
            first.kill();
            System.out.printf("  another one and one Rung were killed at once after %s texts%n", count(rush));
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
                    seconds(Duration.between(begun, Instant.now())),
                    rush.lookedFor(),
                    seconds(taken),
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

    private static int count(Rush rush) {
        return rush.provider().taken().size();
    }

    private static double seconds(Duration any) {
        return any.toMillis() / 1000.0;
    }

    private static void taken(Rush rush, int texts) {
        await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> rush.provider().taken().size() > texts);
    }

    /** The driver goes on to the next address when one does not answer. */
    private House open(Rush rush, String name, List<String> ports, List<Integer> order) {
        String hosts =
                order.stream().map(node -> "127.0.0.1:" + ports.get(node)).collect(Collectors.joining(","));
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

    private static ProcessHandle node(Path cluster, int node) throws IOException {
        String pid = Files.readString(cluster.resolve("n" + node + ".pid")).strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private static void bringBack(Path cluster, int node) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        "src/bench/galera/cluster", "start", cluster.toString(), Integer.toString(node))
                .redirectErrorStream(true)
                // The node outlives the script, and would keep a pipe open.
                .redirectOutput(cluster.resolve("start.log").toFile())
                .start();
        assertThat(process.waitFor())
                .as(() -> said(cluster.resolve("start.log")))
                .isZero();
    }

    private static String said(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException unread) {
            return unread.toString();
        }
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
