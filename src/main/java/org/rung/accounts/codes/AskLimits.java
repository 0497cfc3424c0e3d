package org.rung.accounts.codes;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.rung.accounts.TooManyAttempts;
import org.springframework.stereotype.Component;

/**
 * How often codes may be asked for: three in ten minutes and ten a day for one name, which is counted by what was typed
 * and not by whose it is, so that nothing shows whether there is such an account; thirty in a quarter of an hour for a
 * network address.
 */
@Component
class AskLimits {
    static final int FOR_A_NAME = 3;
    static final int FOR_A_NAME_A_DAY = 10;
    static final int FOR_AN_ADDRESS = 30;
    static final Duration A_WHILE = Duration.ofMinutes(10);
    private static final Duration A_DAY = Duration.ofDays(1);

    private final CodeStore store;
    private final Clock clock;
    private final LoadingCache<String, Bucket> names;
    private final LoadingCache<String, Bucket> addresses;

    AskLimits(CodeStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
        names = buckets(FOR_A_NAME, A_WHILE);
        addresses = buckets(FOR_AN_ADDRESS, Duration.ofMinutes(15));
    }

    /** @throws TooManyAttempts when one has to wait */
    void take(String askedHash, String address) {
        take(addresses.get(address));
        take(names.get(askedHash));
        // All servers together: the buckets are this one's.
        var now = clock.instant();
        var today = store.askedSince(askedHash, now.minus(A_DAY), FOR_A_NAME_A_DAY);
        refuse(today, FOR_A_NAME_A_DAY, A_DAY, now);
        refuse(today, FOR_A_NAME, A_WHILE, now);
    }

    /** @param newest when it was asked, newest first */
    private static void refuse(List<Instant> newest, int most, Duration window, Instant now) {
        if (newest.size() < most) return;
        var free = newest.get(most - 1).plus(window);
        if (free.isAfter(now)) throw new TooManyAttempts(upToMinutes(Duration.between(now, free)));
    }

    private static void take(Bucket bucket) {
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooManyAttempts(upToMinutes(Duration.ofNanos(probe.getNanosToWaitForRefill())));
        }
    }

    private static Duration upToMinutes(Duration wait) {
        return Duration.ofMinutes(Math.max(1, wait.plusSeconds(59).toMinutes()));
    }

    private LoadingCache<String, Bucket> buckets(int most, Duration window) {
        return Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterAccess(window.multipliedBy(2))
                .build(key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(most).refillGreedy(most, window))
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
