package org.rung.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A steady load on one app, for 20 minutes unless -Drung.soak.minutes says otherwise: what it holds after a collection,
 * how many connections it has open and how old the oldest waiting text is, once a minute. All of them must stay flat, and
 * the load must have been what was asked: -Drung.soak.sends and -Drung.soak.replies, each a second.
 */
@Tag("bench")
class SoakBench {
    private static final int MINUTES = Integer.getInteger("rung.soak.minutes", 20);
    /** What two cores hold that run the app, its database, the provider and everyone who texts. */
    private static final int SENDS = Integer.getInteger("rung.soak.sends", 100);

    private static final int REPLIES = Integer.getInteger("rung.soak.replies", 30);

    @Test
    void memory_and_the_age_of_the_queue_stay_flat() throws Exception {
        var plan =
                new Storm.Plan(7, Duration.ofMinutes(MINUTES), List.of(), 1, 4_000, 100, 0, SENDS * 60, REPLIES * 60);
        try (var storm = new Storm(plan)) {
            var minutes = storm.soak();
            double seconds = Duration.ofMinutes(MINUTES).toSeconds();
            // Who has said STOP, or has no number any more, is refused, and they become more with time.
            int refused = storm.books().counts().getOrDefault("refused", 0);
            double sends = (storm.books().accepted.size() + refused) / seconds;
            double replies = storm.books().stored.size() / seconds;
            System.out.printf(
                    "  %.0f sends a second were answered, %d of them refused; %.0f replies a second stored%n",
                    sends, refused, replies);
            // What it learns of people in the first minutes (caches, compiled code) is not a leak.
            var settled = minutes.subList(Math.min(5, minutes.size() / 2), minutes.size());
            long first = mean(settled.subList(0, settled.size() / 3 + 1));
            long last = mean(settled.subList(settled.size() * 2 / 3, settled.size()));
            assertThat(last).as("heap in MB, before %d", first).isLessThanOrEqualTo(first + first / 5 + 5);
            assertThat(settled)
                    .allSatisfy(minute -> assertThat(minute.oldestSeconds()).isLessThan(30));
            assertThat(storm.count().violations()).isEmpty();
            // Last, since it speaks of the machine: one that is too busy to be asked so much has still shown the rest.
            assertThat(sends).isGreaterThan(SENDS * 0.9);
            assertThat(replies).isGreaterThan(REPLIES * 0.9);
        }
    }

    private static long mean(List<Vitals> minutes) {
        return (long)
                minutes.stream().mapToLong(Vitals::heapMegabytes).average().orElse(0);
    }
}
