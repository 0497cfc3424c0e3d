package org.rung.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.rung.senders.Handover;
import org.rung.senders.Outcome;
import org.rung.senders.Provider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sends what is due: claims a batch in one short transaction, hands every text to its provider outside of any, on
 * virtual threads, and writes the outcomes down many to a transaction. Sleeps until the bell rings or a second is over.
 */
@Component
public class Outbox implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration A_MOMENT = Duration.ofMillis(20);
    private static final int BATCH = 200;

    private final OutboxClaims claims;
    private final OutboxOutcomes outcomes;
    private final Heartbeat heart;
    private final Provider provider;
    private final OutboxBell bell;
    private final Clock clock;
    private final boolean worker;
    private final int width;
    /** Claimed and not yet written down: half as many as are on their way wait for the line, or for the pen. */
    private final int most;

    private final Semaphore free;
    private final Semaphore line;
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean running;
    private volatile boolean stopping;
    private volatile boolean someWait;
    private volatile Optional<Instant> again = Optional.empty();
    private volatile Thread loop = Thread.currentThread();

    Outbox(
            OutboxClaims claims,
            OutboxOutcomes outcomes,
            Heartbeat heart,
            Provider provider,
            OutboxBell bell,
            Clock clock,
            @Value("${rung.texting.outbox:true}") boolean worker,
            @Value("${rung.texting.in-flight:100}") int width) {
        this.claims = claims;
        this.outcomes = outcomes;
        this.heart = heart;
        this.provider = provider;
        this.bell = bell;
        this.clock = clock;
        this.worker = worker;
        this.width = width;
        this.most = width + width / 2;
        this.free = new Semaphore(most);
        this.line = new Semaphore(width);
    }

    /** Sends all that is due now, and returns when what came of it is stored; how many were handed over. */
    public int drain() throws InterruptedException {
        int sent = 0;
        int claimed;
        do {
            claimed = round();
            sent += claimed;
            if (claimed == 0) {
                // What is on its way may hold back what is left.
                free.acquire(most);
                free.release(most);
                claimed = round();
                sent += claimed;
            }
        } while (claimed > 0);
        return sent;
    }

    /** One claim of at most as many texts as may be in flight; how many rows it touched. */
    private int round() throws InterruptedException {
        // A claim costs the same for one text as for fifty, so it waits a moment until some of the line is free.
        int first = free.tryAcquire(width / 2, A_MOMENT.toMillis(), TimeUnit.MILLISECONDS) ? width / 2 : 0;
        if (first == 0) {
            free.acquire();
            first = 1;
        }
        int more = Math.min(free.availablePermits(), BATCH - first);
        int permits = first + (more > 0 && free.tryAcquire(more) ? more : 0);
        Claimed claimed = Claimed.NONE;
        try {
            claimed = claims.claim(heart.node(), clock.instant(), permits);
        } catch (OutboxClaims.Unanswered lost) {
            heart.unanswered(lost.claimed());
            throw lost;
        } finally {
            free.release(permits - claimed.handovers().size());
        }
        someWait = claimed.waiting() > 0;
        again = claimed.again();
        claimed.handovers().forEach(ready -> calls.execute(() -> hand(ready)));
        return claimed.touched();
    }

    private void hand(Claimed.Ready ready) {
        Outcome outcome = new Outcome.Unknown();
        line.acquireUninterruptibly();
        try {
            if (stopping || stale(ready.handover()) || ready.handover().late(clock.instant())) {
                claims.release(ready.handover(), clock.instant());
                free.release();
                return;
            }
            Trail.step(
                    "text handed over",
                    ready.claim().organizationId(),
                    ready.claim().messageId(),
                    MessageState.SENDING);
            outcome = provider.send(ready.handover());
        } catch (RuntimeException | Error broken) {
            // Whatever broke, the provider may have the text: only a look-up can tell.
            LOG.error("Handing over text {} broke off", ready.claim().messageId(), broken);
        } finally {
            line.release();
        }
        outcomes.add(new Sent(ready.claim(), ready.handover().attempt(), ready.sender(), outcome), this::over);
    }

    /** This whole machine slept: others may have taken the text over, and be sure by now that nobody sent it. */
    private boolean stale(Handover handover) {
        return clock.instant().isAfter(handover.claimedAt().plus(OutboxClaims.LEASE));
    }

    /** What waited for the text before it may go now. */
    private void over() {
        free.release();
        if (someWait) {
            bell.ring();
        }
    }

    @Override
    public void start() {
        running = true;
        stopping = false;
        outcomes.start();
        if (worker) {
            heart.start();
            loop = Thread.ofVirtual().name("outbox").start(this::work);
        }
    }

    private void work() {
        while (!stopping) {
            try {
                while (!stopping && round() > 0) {
                    // As long as there is something due, there is no need to wait.
                }
                bell.await(untilAgain());
            } catch (InterruptedException asked) {
                return;
            } catch (RuntimeException | Error broken) {
                // An Error too: the heart would go on beating, and no other node would take over.
                LOG.error("The outbox could not claim; it tries again", broken);
                pause();
            }
        }
    }

    /** A second, or until the first bucket that is empty now has something again. */
    private Duration untilAgain() {
        return again.map(when -> Duration.between(clock.instant(), when))
                .filter(wait -> wait.compareTo(TICK) < 0)
                .map(wait -> wait.compareTo(A_MOMENT) < 0 ? A_MOMENT : wait)
                .orElse(TICK);
    }

    private static void pause() {
        try {
            Thread.sleep(TICK);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        stopping = true;
        LOG.info("The outbox closes; {} texts are on their way", width - line.availablePermits());
        bell.ring();
        try {
            if (worker) {
                loop.join(Duration.ofSeconds(5));
            }
            // What is on its way gets its answer written down; a call never lasts longer than this.
            if (!free.tryAcquire(most, 15, TimeUnit.SECONDS)) {
                LOG.warn("Some texts were still on their way at the end; they will be looked up");
            } else {
                free.release(most);
                heart.leave();
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
        heart.stop();
        outcomes.stop();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
