package org.rung.accounts;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** On every server by itself, since each knows only its own screens: one small read every few seconds while somebody is signed in. */
@Component
class SeatsWatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SeatsWatch.class);

    private final Seats seats;
    private final Duration every;
    private volatile Thread watch = Thread.currentThread();
    private volatile boolean running;

    SeatsWatch(Seats seats, @Value("${rung.accounts.look-around-every:3s}") Duration every) {
        this.seats = seats;
        this.every = every;
    }

    @Override
    public void start() {
        running = true;
        watch = Thread.ofVirtual().name("seats-watch").start(this::watch);
    }

    private void watch() {
        while (running) {
            try {
                Thread.sleep(every);
                seats.lookAround();
            } catch (InterruptedException asked) {
                return;
            } catch (RuntimeException broken) {
                LOG.warn("Could not look for suspended members; the next look is in {}", every, broken);
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        watch.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
