package org.rung.senders;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.rung.nodes.Everywhere;
import org.springframework.stereotype.Service;

/**
 * How many segments may leave from a sender now, by token buckets that all nodes share and that outlive a restart. Never
 * called in a transaction.
 */
@Service
public class Paces {
    /** So long another node may go by a rate that was changed here. */
    private static final Duration REMEMBERED = Duration.ofSeconds(2);

    private static final Duration SHORTEST_WAIT = Duration.ofMillis(100);

    private final PacingStore senders;
    private final BucketStore buckets;
    private final Clock clock;
    private final Cache<SenderId, List<Limit>> limits;
    private final Map<SenderId, Instant> empty = new ConcurrentHashMap<>();

    Paces(PacingStore senders, BucketStore buckets, Clock clock) {
        this.senders = senders;
        this.buckets = buckets;
        this.clock = clock;
        this.limits = Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterWrite(REMEMBERED)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /** What was given: how many segments, and whether they were counted at all. */
    public record Given(int segments, boolean counted) {}

    /** At most so many segments; nothing while the sender's bucket, or its registration's, is empty. */
    public Given take(SenderId sender, int wanted) {
        List<Limit> all = Objects.requireNonNull(limits.get(sender, senders::limits));
        if (all.isEmpty()) {
            return new Given(wanted, false);
        }
        if (again(sender).isPresent()) {
            return new Given(0, true);
        }
        int given = wanted;
        List<Limit> taken = new ArrayList<>();
        for (Limit limit : all) {
            int got = (int) bucket(limit).tryConsumeAsMuchAsPossible(given);
            int less = given - got;
            taken.forEach(before -> back(before, less));
            taken.add(limit);
            given = got;
            if (given == 0) {
                break;
            }
        }
        if (given < wanted) {
            all.stream()
                    .map(Paces::refilled)
                    .max(Duration::compareTo)
                    .ifPresent(wait -> empty.put(sender, clock.instant().plus(wait)));
        }
        return new Given(given, true);
    }

    /** Gives back what was taken and not used, or writes down what a long text used beyond it. */
    public void settle(SenderId sender, Given given, int used) {
        if (!given.counted() || given.segments() == used) {
            return;
        }
        for (Limit limit : Objects.requireNonNull(limits.get(sender, senders::limits))) {
            if (used < given.segments()) {
                back(limit, given.segments() - used);
                // It is not empty after all.
                empty.remove(sender);
            } else {
                bucket(limit).consumeIgnoringRateLimits(used - given.segments());
            }
        }
    }

    /** When it is worth asking again; empty when it is now. */
    public Optional<Instant> again(SenderId sender) {
        Instant now = clock.instant();
        Instant until = empty.get(sender);
        if (until == null) {
            return Optional.empty();
        }
        // A clock that was set back must not keep anyone waiting.
        if (!until.isAfter(now) || until.isAfter(now.plus(Duration.ofMinutes(2)))) {
            empty.remove(sender, until);
            return Optional.empty();
        }
        return Optional.of(until);
    }

    /** An empty bucket is asked again when a quarter of a second's worth is in it, and at least one segment. */
    private static Duration refilled(Limit limit) {
        Duration one = Duration.ofMinutes(1).dividedBy(limit.aMinute());
        return one.compareTo(SHORTEST_WAIT) > 0 ? one : SHORTEST_WAIT;
    }

    private void back(Limit limit, int segments) {
        if (segments > 0) {
            bucket(limit).addTokens(segments);
        }
    }

    private Bucket bucket(Limit limit) {
        return buckets.bucket(limit);
    }

    @Everywhere
    void changed(SenderChanged change) {
        limits.invalidateAll();
        empty.clear();
    }
}
