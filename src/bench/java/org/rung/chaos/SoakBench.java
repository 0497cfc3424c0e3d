package org.rung.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A steady load on one app, for 20 minutes unless -Drung.soak.minutes says otherwise: what it holds after a collection,
 * how many connections it has open and how old the oldest waiting text is, once a minute. All of them must stay flat.
 */
@Tag("bench")
class SoakBench {
    private static final int MINUTES = Integer.getInteger("rung.soak.minutes", 20);
    private static final int SENDS_MINUTE = Integer.getInteger("rung.soak.sends", 1_200);

    @Test
    void memory_and_the_age_of_the_queue_stay_flat() throws Exception {
        var plan = new Storm.Plan(
                7, Duration.ofMinutes(MINUTES), List.of(), 1, 4_000, 100, SENDS_MINUTE, SENDS_MINUTE / 2);
        try (var storm = new Storm(plan)) {
            var minutes = storm.soak();
            // What it learns of people in the first minutes (caches, compiled code) is not a leak.
            var settled = minutes.subList(Math.min(5, minutes.size() / 2), minutes.size());
            long first = mean(settled.subList(0, settled.size() / 3 + 1));
            long last = mean(settled.subList(settled.size() * 2 / 3, settled.size()));
            assertThat(last).as("heap in MB, before %d", first).isLessThanOrEqualTo(first + first / 5 + 5);
            assertThat(settled)
                    .allSatisfy(minute -> assertThat(minute.oldestSeconds()).isLessThan(30));
            assertThat(storm.count().violations()).isEmpty();
        }
    }

    private static long mean(List<Vitals> minutes) {
        return (long)
                minutes.stream().mapToLong(Vitals::heapMegabytes).average().orElse(0);
    }
}
