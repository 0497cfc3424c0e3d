package org.rung.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A long storm: -Drung.chaos.minutes=20 -Drung.chaos.apps=2 -Drung.chaos.seed=… -Drung.chaos.blow=POWER_CUT */
@Tag("bench")
class ChaosBench {
    private static final int MINUTES = Integer.getInteger("rung.chaos.minutes", 5);
    private static final int APPS = Integer.getInteger("rung.chaos.apps", 2);
    private static final int SENDS_MINUTE = Integer.getInteger("rung.chaos.sends", 1_200);

    /** Long enough that most of them meet an app that has started again. */
    private static final int SECONDS_BETWEEN = 25;

    private static final List<Storm.Blow> BLOWS = List.of(
            Storm.Blow.KILL_APP,
            Storm.Blow.KILL_APP,
            Storm.Blow.KILL_APP,
            Storm.Blow.KILL_APP_AS_IT_STARTS,
            Storm.Blow.KILL_DATABASE,
            Storm.Blow.RESTART_DATABASE,
            Storm.Blow.POWER_CUT,
            Storm.Blow.PROVIDER_AWAY,
            Storm.Blow.ACCOUNT_FAULT);

    @Test
    void nothing_is_lost_or_doubled_in_a_long_storm() throws Exception {
        long seed = Long.getLong("rung.chaos.seed", new Random().nextInt(1_000_000));
        var random = new Random(seed);
        String only = System.getProperty("rung.chaos.blow", "");
        var blows = IntStream.range(0, MINUTES * 60 / SECONDS_BETWEEN)
                .mapToObj(i -> only.isEmpty() ? BLOWS.get(random.nextInt(BLOWS.size())) : Storm.Blow.valueOf(only))
                .toList();
        var plan = new Storm.Plan(
                seed, Duration.ofMinutes(MINUTES), blows, APPS, 2_000, 100, 200, SENDS_MINUTE, SENDS_MINUTE / 2);
        try (var storm = new Storm(plan)) {
            assertThat(storm.rage().violations()).as("seed %d", seed).isEmpty();
        }
    }
}
