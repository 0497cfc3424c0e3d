package org.rung.watching;

import java.time.Duration;
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
    private final boolean on;
    private final ScheduledExecutorService soon = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("watching").factory());
    private volatile boolean running;

    Rounds(QueueGauges queue, @Value("${rung.texting.outbox:true}") boolean on) {
        this.queue = queue;
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
        Duration cost = Duration.ZERO;
        try {
            cost = queue.count();
        } catch (RuntimeException trouble) {
            // The gauges stay as they are until the next round.
            LOG.warn("The queue could not be counted", trouble);
        }
        if (soon.isShutdown()) {
            return;
        }
        Duration rest = cost.multipliedBy(SHARE);
        soon.schedule(
                this::round, Math.max(EVERY.toMillis(), rest.toMillis()), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        running = false;
        soon.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
