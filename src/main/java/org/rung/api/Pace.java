package org.rung.api;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.rung.common.ApiTokenId;
import org.springframework.stereotype.Component;

/** How fast one token may call: 1,000 at once, 100 a second from then on, on each node. */
@Component
class Pace {
    static final int AT_ONCE = 1_000;
    static final int PER_SECOND = 100;

    private final LoadingCache<ApiTokenId, Bucket> buckets = Caffeine.newBuilder()
            .expireAfterAccess(Duration.ofMinutes(10))
            .build(token -> Bucket.builder()
                    .addLimit(limit -> limit.capacity(AT_ONCE).refillGreedy(PER_SECOND, Duration.ofSeconds(1)))
                    .build());

    /** @throws TooFast when the token has used up its calls for now */
    void take(ApiTokenId token) {
        var taken = buckets.get(token).tryConsumeAndReturnRemaining(1);
        if (!taken.isConsumed()) throw new TooFast(Duration.ofNanos(taken.getNanosToWaitForRefill()));
    }

    static final class TooFast extends RuntimeException {
        private final long seconds;

        TooFast(Duration wait) {
            super("This token called too often", null, false, false);
            this.seconds = wait.toSeconds() + 1;
        }

        /** Whole seconds until the next call is taken, at least 1. */
        long seconds() {
            return seconds;
        }
    }
}
