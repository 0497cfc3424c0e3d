package org.rung.openpages;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * How often one may sign up: thirty times in a quarter of an hour from a network address (a whole hall shares one), six
 * times an hour with a number, and five hundred times an hour for one event from wherever.
 */
@Component
public class Crowding {
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Duration HOUR = Duration.ofHours(1);

    private final LoadingCache<String, Bucket> addresses;
    private final LoadingCache<String, Bucket> numbers;
    private final LoadingCache<String, Bucket> events;

    Crowding(Clock clock) {
        addresses = buckets(30, QUARTER, clock);
        numbers = buckets(6, HOUR, clock);
        events = buckets(500, HOUR, clock);
    }

    public boolean address(String address) {
        return addresses.get(address).tryConsume(1);
    }

    public boolean number(String event, String number) {
        return numbers.get(event + " " + number).tryConsume(1)
                && events.get(event).tryConsume(1);
    }

    private static LoadingCache<String, Bucket> buckets(int many, Duration in, Clock clock) {
        var limit = Bandwidth.builder().capacity(many).refillGreedy(many, in).build();
        return Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterAccess(in.multipliedBy(2))
                .build(key -> Bucket.builder()
                        .addLimit(limit)
                        .withCustomTimePrecision(new ByClock(clock))
                        .build());
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
