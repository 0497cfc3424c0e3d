package org.rung.links;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** How many codes that do not exist an address may ask for. In memory alone, and only while it asks. */
@Component
class Guesses {
    static final int ALLOWED = 20;
    static final Duration WINDOW = Duration.ofMinutes(10);

    private final LoadingCache<String, Bucket> addresses;

    Guesses(Clock clock) {
        var limit = Bandwidth.builder()
                .capacity(ALLOWED)
                .refillGreedy(ALLOWED, WINDOW)
                .build();
        addresses = Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterAccess(WINDOW.multipliedBy(2))
                .build(address -> Bucket.builder()
                        .addLimit(limit)
                        .withCustomTimePrecision(new ByClock(clock))
                        .build());
    }

    /** How long that address has to wait, when it has guessed too often. */
    Optional<Duration> closed(String address) {
        var bucket = addresses.getIfPresent(address);
        if (bucket == null) return Optional.empty();
        var estimate = bucket.estimateAbilityToConsume(1);
        return estimate.canBeConsumed()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(estimate.getNanosToWaitForRefill()));
    }

    void missed(String address) {
        addresses.get(address).tryConsume(1);
    }

    private record ByClock(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
