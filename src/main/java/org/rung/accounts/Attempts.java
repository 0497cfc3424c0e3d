package org.rung.accounts;

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

/**
 * How often somebody may be wrong: ten times in a quarter of an hour for an account, thirty for a network address
 * (a whole office shares one). A try is taken before the password is looked at and given back when it is right, so
 * that guesses side by side gain nothing.
 */
@Component
class Attempts {
    static final int FOR_AN_ACCOUNT = 10;
    static final int FOR_AN_ADDRESS = 30;
    static final Duration WINDOW = Duration.ofMinutes(15);

    private final LoadingCache<String, Bucket> accounts;
    private final LoadingCache<String, Bucket> addresses;

    Attempts(Clock clock) {
        accounts = buckets(FOR_AN_ACCOUNT, clock);
        addresses = buckets(FOR_AN_ADDRESS, clock);
    }

    Attempt begin(EmailAddress email, String address) {
        return new Attempt(accounts.get(email.text()), addresses.get(address));
    }

    /** For what has no account, such as a bearer token that nobody made. */
    Optional<Duration> fail(String address) {
        var probe = addresses.get(address).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    Optional<Duration> closed(String address) {
        var estimate = addresses.get(address).estimateAbilityToConsume(1);
        return estimate.canBeConsumed()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(estimate.getNanosToWaitForRefill()));
    }

    private static LoadingCache<String, Bucket> buckets(int tries, Clock clock) {
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

    /** One try at both limits. */
    static final class Attempt {
        private final Bucket account;
        private final Bucket address;
        private final Optional<Duration> refused;
        private final boolean last;

        private Attempt(Bucket account, Bucket address) {
            this.account = account;
            this.address = address;
            var atAddress = address.tryConsumeAndReturnRemaining(1);
            if (!atAddress.isConsumed()) {
                refused = Optional.of(untilThen(atAddress.getNanosToWaitForRefill()));
                last = false;
                return;
            }
            var atAccount = account.tryConsumeAndReturnRemaining(1);
            refused = atAccount.isConsumed()
                    ? Optional.empty()
                    : Optional.of(untilThen(atAccount.getNanosToWaitForRefill()));
            last = atAccount.isConsumed() && atAccount.getRemainingTokens() == 0;
        }

        /** How long to wait, when there are no tries left. */
        Optional<Duration> refused() {
            return refused;
        }

        boolean wasTheLast() {
            return last;
        }

        void succeeded() {
            account.reset();
            address.addTokens(1);
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
