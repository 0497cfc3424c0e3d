package org.rung.nodes;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.GenericApplicationListener;
import org.springframework.core.ResolvableType;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells the other nodes what was committed here, as far as somebody listens {@link Everywhere}, and tells those who listen
 * here what the others say. Nobody waits for it: what happens within a moment goes in one letter, what cannot be told any
 * more is told as {@link Missed}.
 */
class Relay implements GenericApplicationListener, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final int ROOM = 10_000;
    /** Letters that wait to be read; and the longest that one of this house's nodes writes. */
    private static final int LETTERS = 200;

    private static final int LONGEST = 256 * 1024;
    private static final int IN_ONE = 400;
    private static final long MOMENT = 20;
    /** After everything that announces has stopped, so that its last words are told. */
    private static final int BEFORE_THE_REST = SmartLifecycle.DEFAULT_PHASE - 10_000;

    private static final long LAST_WORDS = Duration.ofSeconds(2).toNanos();

    private final String node = UUID.randomUUID().toString();
    private final Ears ears;
    private final Line line;
    private final Sealed seal;
    private final ApplicationEventPublisher announcements;
    private final BlockingQueue<Object> toTell = new ArrayBlockingQueue<>(ROOM);
    private final BlockingQueue<String> toHear = new ArrayBlockingQueue<>(LETTERS);
    private final AtomicBoolean untold = new AtomicBoolean();
    private final AtomicBoolean unheard = new AtomicBoolean();
    private volatile boolean running;

    Relay(Ears ears, Line line, Sealed seal, ApplicationEventPublisher announcements) {
        this.ears = ears;
        this.line = line;
        this.seal = seal;
        this.announcements = announcements;
    }

    @Override
    public boolean supportsEventType(ResolvableType event) {
        return event.toClass() == PayloadApplicationEvent.class
                && ears.knows(event.getGeneric().resolve());
    }

    @Override
    public void onApplicationEvent(ApplicationEvent event) {
        if (!running || !(event instanceof PayloadApplicationEvent<?> announced)) {
            return;
        }
        Object announcement = announced.getPayload();
        if (!TransactionSynchronizationManager.isSynchronizationActive()
                || !TransactionSynchronizationManager.isActualTransactionActive()) {
            tell(announcement);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_COMMITTED) {
                    tell(announcement);
                }
            }
        });
    }

    private void tell(Object announcement) {
        if (!toTell.offer(announcement)) {
            untold.set(true);
        }
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("nodes-tell").start(() -> whileRunning(this::tellSome));
        Thread.ofVirtual().name("nodes-hear").start(() -> whileRunning(this::hearSome));
        line.connect(this::arrived, this::back);
    }

    private interface Step {
        void go() throws InterruptedException;
    }

    private void whileRunning(Step step) {
        while (running) {
            try {
                step.go();
            } catch (InterruptedException asked) {
                return;
            } catch (RuntimeException broken) {
                LOG.warn("News between nodes were lost; screens look once more", broken);
                untold.set(true);
                unheard.set(true);
            }
        }
    }

    private void tellSome() throws InterruptedException {
        Object first = toTell.poll(200, TimeUnit.MILLISECONDS);
        if (untold.get()
                && line.open()
                && line.say(seal.seal(Letter.missed(node).json()))) {
            untold.set(false);
        }
        if (first == null) {
            return;
        }
        if (running) {
            Thread.sleep(MOMENT);
        }
        Set<Object> some = new LinkedHashSet<>();
        some.add(first);
        toTell.drainTo(some, IN_ONE);
        if (!line.open() || !line.say(seal.seal(Letter.of(node, some).json()))) {
            untold.set(true);
        }
    }

    /** On the driver's thread, which waits for nobody. */
    private void arrived(String sealed) {
        if (sealed.length() > LONGEST || !toHear.offer(sealed)) {
            unheard.set(true);
        }
    }

    private void back() {
        untold.set(true);
        unheard.set(true);
    }

    private void hearSome() throws InterruptedException {
        String sealed = toHear.poll(200, TimeUnit.MILLISECONDS);
        if (unheard.getAndSet(false)) {
            announcements.publishEvent(new Missed());
        }
        if (sealed == null) {
            return;
        }
        Letter letter = seal.open(sealed).map(Letter::read).orElse(Letter.missed(node));
        if (letter.node().equals(node)) {
            return;
        }
        if (letter.missed()) {
            announcements.publishEvent(new Missed());
        }
        for (Letter.News news : letter.news()) {
            ears.named(news.announcement())
                    .flatMap(type -> Letter.open(news, type))
                    .ifPresent(ears::hear);
        }
    }

    @Override
    public void stop() {
        running = false;
        try {
            long until = System.nanoTime() + LAST_WORDS;
            while (line.open() && !toTell.isEmpty() && System.nanoTime() < until) {
                tellSome();
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
        line.close();
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_REST;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
