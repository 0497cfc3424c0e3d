package org.rung.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.accounts.Organizations;
import org.rung.cast.Phones;
import org.rung.cast.TestClock;
import org.rung.messaging.Texts;
import org.rung.senders.Senders;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Two Rungs on one database under a load of texts and replies, and one of them is ended with kill -9. */
@RungTest
class TwoNodesTest {
    private static final int TEXTS = 600;
    private static final int REPLIES = 120;
    private static final int IN_FLIGHT = 30;
    /** More than one node has hands for, so that both are in the middle of some. */
    private static final int WAITING = 45;

    private static final int FIRST_WAITING = 150;

    @Autowired
    DSLContext db;

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

    @Test
    void one_node_is_killed_and_every_text_leaves_once_and_every_reply_is_there_once() throws Exception {
        clock.set(Clock.systemUTC().instant());
        try (Rush rush = new Rush(organizations, senders, texts, db);
                ExecutorService hands = Executors.newFixedThreadPool(3)) {
            var left = hands.submit(() -> open(rush, "left"));
            var right = hands.submit(() -> open(rush, "right"));
            House dies = left.get(3, TimeUnit.MINUTES);
            House lives = right.get(3, TimeUnit.MINUTES);

            rush.keepsWaiting(FIRST_WAITING, WAITING);
            var queueing = hands.submit(() -> {
                for (int i = 0; i < TEXTS; i++) rush.queue("Text " + i);
                return TEXTS;
            });
            var replying = hands.submit(() -> {
                for (int i = 0; i < REPLIES; i++) {
                    rush.reply(Phones.fresh(), "Reply " + i, i % 2 == 0 ? dies : lives, i % 2 == 0 ? lives : dies);
                }
                return REPLIES;
            });
            await("the rush is on")
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> rush.provider().callers() > FIRST_WAITING + WAITING);
            dies.kill();
            rush.provider().answers();
            Instant killed = Instant.now();
            await("what it had claimed is taken over")
                    .atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> rush.stillClaimedSince(killed) == 0);
            Duration until = Duration.between(killed, Instant.now());
            queueing.get(2, TimeUnit.MINUTES);
            replying.get(2, TimeUnit.MINUTES);

            await("nothing is in doubt any more")
                    .atMost(Duration.ofMinutes(2))
                    .until(rush::out, states -> states.equals(Map.of("SENT", TEXTS)));
            assertThat(rush.provider().taken())
                    .extracting(FakeTwilio.Taken::body)
                    .doesNotHaveDuplicates()
                    .hasSize(TEXTS);
            assertThat(rush.in()).isEqualTo(Map.of("RECEIVED", REPLIES));
            assertThat(rush.differentReplies()).isEqualTo(REPLIES);
            // At least what the dead one had in its hands.
            assertThat(rush.lookedFor()).isGreaterThanOrEqualTo(WAITING - IN_FLIGHT);
            System.out.printf(
                    "Two nodes, one killed: %d texts, each once; %d replies, each once; %d texts were in doubt and looked"
                            + " for; claims taken over after %.1f s%n",
                    TEXTS, REPLIES, rush.lookedFor(), until.toMillis() / 1000.0);
        }
    }

    private House open(Rush rush, String name) {
        return rush.open(
                home.resolve(name),
                Map.of(
                        "RUNG_DATABASE_URL", database.getJdbcUrl(),
                        "RUNG_DATABASE_USER", String.valueOf(database.getUsername()),
                        "RUNG_DATABASE_PASSWORD", String.valueOf(database.getPassword()),
                        "RUNG_SECRET_KEY", secret),
                "--rung.texting.in-flight=" + IN_FLIGHT);
    }
}
