package org.rung.senders;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AbstractCompareAndSwapBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AsyncCompareAndSwapOperation;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.CompareAndSwapOperation;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Buckets of bucket4j as rows: read, reckoned with here, and written back if nobody was faster. */
@Repository
class BucketStore extends AbstractCompareAndSwapBasedProxyManager<Long> {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final JdbcTemplate jdbc;

    BucketStore(JdbcTemplate jdbc, Clock clock) {
        super(ClientSideConfig.getDefault().withClientClock(new Nodes(clock)));
        this.jdbc = jdbc;
    }

    BucketProxy bucket(Limit limit) {
        return builder()
                .withImplicitConfigurationReplacement(limit.since(), TokensInheritanceStrategy.AS_IS)
                .build(
                        limit.bucketId(),
                        () -> BucketConfiguration.builder()
                                .addLimit(bandwidth ->
                                        bandwidth.capacity(limit.capacity()).refillGreedy(limit.aMinute(), MINUTE))
                                .build());
    }

    @Override
    protected CompareAndSwapOperation beginCompareAndSwapOperation(Long bucketId) {
        return new CompareAndSwapOperation() {
            @Override
            public Optional<byte[]> getStateData(Optional<Long> timeout) {
                return jdbc
                        .queryForList("select state from send_buckets where bucket_id = ?", byte[].class, bucketId)
                        .stream()
                        .findFirst();
            }

            @Override
            public boolean compareAndSwap(
                    byte[] before, byte[] after, RemoteBucketState state, Optional<Long> timeout) {
                int written = before == null
                        ? jdbc.update(
                                "insert ignore into send_buckets (bucket_id, state) values (?, ?)", bucketId, after)
                        : jdbc.update(
                                "update send_buckets set state = ? where bucket_id = ? and state = ?",
                                after,
                                bucketId,
                                before);
                return written == 1;
            }
        };
    }

    @Override
    protected AsyncCompareAndSwapOperation beginAsyncCompareAndSwapOperation(Long bucketId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isAsyncModeSupported() {
        return false;
    }

    @Override
    public void removeProxy(Long bucketId) {
        jdbc.update("delete from send_buckets where bucket_id = ?", bucketId);
    }

    @Override
    protected java.util.concurrent.CompletableFuture<Void> removeAsync(Long bucketId) {
        throw new UnsupportedOperationException();
    }

    /** The clocks of the nodes, which differ by less than a bucket cares for. */
    record Nodes(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
