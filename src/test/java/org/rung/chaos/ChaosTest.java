package org.rung.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.rung.chaos.Storm.Blow.ACCOUNT_FAULT;
import static org.rung.chaos.Storm.Blow.KILL_APP;
import static org.rung.chaos.Storm.Blow.KILL_DATABASE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.rung.database.ServerProcess;

/** A short storm; -Drung.chaos.seed=… repeats its plan, and ChaosBench lets a long one rage. */
class ChaosTest {
    @Test
    void nothing_is_lost_or_doubled_while_the_app_and_its_database_are_killed_and_the_provider_misbehaves()
            throws Exception {
        assumeTrue(ServerProcess.available(), "No database server to kill on this machine");
        long seed = Long.getLong("rung.chaos.seed", new Random().nextInt(1_000_000));
        var blows = new ArrayList<>(List.of(KILL_APP, KILL_DATABASE, ACCOUNT_FAULT));
        Collections.shuffle(blows, new Random(seed));
        var plan = new Storm.Plan(seed, Duration.ofSeconds(40), blows, 1, 300, 40, 60, 1_200, 600);
        try (var storm = new Storm(plan)) {
            var count = storm.rage();
            assertThat(count.violations()).as("seed %d", seed).isEmpty();
            // That there was a storm at all.
            assertThat(count.states().getOrDefault("DELIVERED", 0)).isGreaterThan(50);
            assertThat(count.states().getOrDefault("HELD", 0)).isPositive();
            assertThat(Map.copyOf(storm.provider().counts()))
                    .containsKeys("TOO_FAST", "LISTED", "REFUSED_FOR_GOOD", "REFUSES_THE_ACCOUNT", "REPORTED_30003");
            assertThat(count.heldAtClosing()).isPositive();
        }
    }
}
