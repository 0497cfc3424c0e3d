package org.rung.watching;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Every ten seconds, on every server; with a queue so long that counting it is work, less often: at most a hundredth of the time. */
@Component
class Rounds implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final int SHARE = 100;

    private final QueueGauges queue;
    private final DeliveryCounts counts;
    private final Clock clock;
    private final boolean on;
    private final ScheduledExecutorService soon = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("watching").factory());
    private volatile boolean running;
    private Instant nextCount = Instant.MIN;

    Rounds(QueueGauges queue, DeliveryCounts counts, Clock clock, @Value("${rung.texting.outbox:true}") boolean on) {
        this.queue = queue;
        this.counts = counts;
        this.clock = clock;
        this.on = on;
    }

    @Override
    public void start() {
        running = true;
        if (on) {
            soon.schedule(this::round, 1, TimeUnit.SECONDS);
        }
    }

    private void round() {
        try {
            counts.save();
            counts.forget();
        } catch (RuntimeException trouble) {
            LOG.warn("What became of texts could not be written down; it waits for the next round", trouble);
        }
        if (clock.instant().isBefore(nextCount)) {
            again();
            return;
        }
        try {
            Duration cost = queue.count();
            nextCount = clock.instant().plus(cost.multipliedBy(SHARE));
        } catch (RuntimeException trouble) {
            // The gauges stay as they are until the next round.
            LOG.warn("The queue could not be counted", trouble);
        }
        again();
    }

    private void again() {
        if (soon.isShutdown()) {
            return;
        }
        soon.schedule(this::round, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        running = false;
        soon.shutdownNow();
        if (on) {
            counts.save();
        }
    }

    /** After the outbox, whose last answers count too. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
