package org.rung.watching;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.rung.messaging.MessageState;
import org.rung.watching.WaitingStore.Waiting;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The whole queue as it was counted last; scraping costs nothing. */
@Component
class QueueGauges {
    private static final List<MessageState> STATES =
            List.of(MessageState.QUEUED, MessageState.HELD, MessageState.SENDING, MessageState.UNCONFIRMED);

    private final WaitingStore store;
    private final Clock clock;
    private final Map<MessageState, Waiting> counted = new ConcurrentHashMap<>();
    private volatile double took;

    QueueGauges(WaitingStore store, Clock clock, MeterRegistry meters) {
        this.store = store;
        this.clock = clock;
        for (var state : STATES) {
            String name = state.name().toLowerCase(java.util.Locale.ROOT);
            Gauge.builder("rung.queue.texts", this, queue -> queue.timed(state))
                    .description("Texts that have yet to leave, or whose answer is awaited")
                    .tag("state", name)
                    .register(meters);
            Gauge.builder("rung.queue.oldest", this, queue -> queue.age(state))
                    .description("How long the oldest one is over its time, or in the provider's hands")
                    .baseUnit("seconds")
                    .tag("state", name)
                    .register(meters);
        }
        Gauge.builder("rung.queue.texts", this, QueueGauges::parked)
                .tag("state", "parked")
                .description("Texts that have yet to leave, or whose answer is awaited")
                .register(meters);
        Gauge.builder("rung.queue.count", () -> took)
                .description("What counting the queue took last")
                .baseUnit("seconds")
                .register(meters);
    }

    /** Counts anew; how long that took. */
    @Transactional(readOnly = true)
    public Duration count() {
        long started = System.nanoTime();
        List<Waiting> now = store.everywhere();
        Duration cost = Duration.ofNanos(System.nanoTime() - started);
        counted.keySet().retainAll(now.stream().map(Waiting::state).toList());
        now.forEach(waiting -> counted.put(waiting.state(), waiting));
        took = cost.toNanos() / 1e9;
        return cost;
    }

    private double timed(MessageState state) {
        Waiting waiting = counted.get(state);
        return waiting == null ? 0 : waiting.timed();
    }

    private double age(MessageState state) {
        Waiting waiting = counted.get(state);
        return waiting == null
                ? 0
                : waiting.since()
                        .map(since -> Math.max(
                                0, Duration.between(since, clock.instant()).toMillis() / 1e3))
                        .orElse(0.0);
    }

    /** Without a time: for a sender that pauses, or for a person. */
    private double parked() {
        return counted.values().stream()
                .mapToInt(waiting -> waiting.texts() - waiting.timed())
                .sum();
    }
}
