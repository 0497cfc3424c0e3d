package org.rung.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * How often somebody may be wrong in a quarter of an hour: ten times at one account from one network address, thirty
 * times from an address (a whole office shares one), a hundred times at an account from wherever. So whoever knows an
 * e-mail shuts themselves out and not its owner; and where many addresses guess, the owner still comes in from one where
 * their password was right before. A try is taken before the password is looked at and given back when it is right, so
 * that guesses side by side gain nothing.
 */
@Component
public class Attempts {
    static final int FOR_BOTH = 10;
    static final int FOR_AN_ACCOUNT = 100;
    static final int FOR_AN_ADDRESS = 30;
    static final Duration WINDOW = Duration.ofMinutes(15);

    private static final Duration REMEMBERED = Duration.ofDays(30);

    private record Pair(String email, String address) {}

    private final LoadingCache<Pair, Bucket> both;
    private final LoadingCache<String, Bucket> accounts;
    private final LoadingCache<String, Bucket> addresses;

    /** Of this process: where somebody's password was right lately. */
    private final Cache<Pair, Boolean> known = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(REMEMBERED)
            .build();

    Attempts(Clock clock) {
        both = buckets(FOR_BOTH, clock);
        accounts = buckets(FOR_AN_ACCOUNT, clock);
        addresses = buckets(FOR_AN_ADDRESS, clock);
    }

    Attempt begin(EmailAddress email, String address) {
        return begin(email.text(), address);
    }

    /** @param what is guessed at: an e-mail, or what else has an owner */
    public Attempt begin(String what, String address) {
        var pair = new Pair(what, address);
        var limits = new ArrayList<Bucket>(3);
        limits.add(addresses.get(address));
        limits.add(both.get(pair));
        if (known.getIfPresent(pair) == null) limits.add(accounts.get(what));
        return new Attempt(limits, () -> {
            both.get(pair).reset();
            known.put(pair, true);
        });
    }

    /** For what has no account, such as a bearer token that nobody made. */
    public Optional<Duration> fail(String address) {
        var probe = addresses.get(address).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    public Optional<Duration> closed(String address) {
        var estimate = addresses.get(address).estimateAbilityToConsume(1);
        return estimate.canBeConsumed()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(estimate.getNanosToWaitForRefill()));
    }

    private static <T> LoadingCache<T, Bucket> buckets(int tries, Clock clock) {
        var limit =
                Bandwidth.builder().capacity(tries).refillGreedy(tries, WINDOW).build();
        return Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterAccess(WINDOW.multipliedBy(2))
                .build(key -> Bucket.builder()
                        .addLimit(limit)
                        .withCustomTimePrecision(new ByClock(clock))
                        .build());
    }

    /** One try at each limit. */
    public static final class Attempt {
        private final List<Bucket> taken = new ArrayList<>(3);
        private final Runnable whenRight;
        private Optional<Duration> refused = Optional.empty();
        private boolean last;

        private Attempt(List<Bucket> limits, Runnable whenRight) {
            this.whenRight = whenRight;
            for (var limit : limits) {
                var probe = limit.tryConsumeAndReturnRemaining(1);
                if (!probe.isConsumed()) {
                    refused = Optional.of(untilThen(probe.getNanosToWaitForRefill()));
                    last = false;
                    return;
                }
                taken.add(limit);
                // The first limit is the address, which has no owner to be told.
                if (taken.size() > 1) last |= probe.getRemainingTokens() == 0;
            }
        }

        /** How long to wait, when there are no tries left. */
        public Optional<Duration> refused() {
            return refused;
        }

        boolean wasTheLast() {
            return last;
        }

        public void succeeded() {
            taken.forEach(limit -> limit.addTokens(1));
            whenRight.run();
        }

        private static Duration untilThen(long nanos) {
            return Duration.ofMinutes(Math.max(1, TimeUnit.NANOSECONDS.toMinutes(nanos + 59_999_999_999L)));
        }
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
