package org.rung.messaging;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntSupplier;
import org.rung.database.Anew;
import org.rung.senders.Handover;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * This node says every second or oftener that it lives, however busy its outbox is, and takes over what a node that fell silent had
 * claimed. One that could not say so itself for a while (the database was away from everyone) first waits as long again:
 * the others may only have been as mute as it was.
 */
@Component
class Heartbeat {
    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
    private static final int BEATS_UNTIL_DEAD = 5;

    private final NodeStore nodes;
    private final OutboxStore outbox;
    private final OutboxBell bell;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Duration deadAfter;
    private final String node = UUID.randomUUID().toString();
    private final Queue<Handover> lost = new ConcurrentLinkedQueue<>();
    private volatile Thread beating = Thread.currentThread();
    private volatile boolean running;
    private long lastBeat;
    private long steadySince;

    Heartbeat(
            NodeStore nodes,
            OutboxStore outbox,
            OutboxBell bell,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${rung.texting.dead-after:5s}") Duration deadAfter) {
        this.nodes = nodes;
        this.outbox = outbox;
        this.bell = bell;
        this.transaction = Anew.transactions(transactions);
        this.clock = clock;
        this.deadAfter = deadAfter;
    }

    String node() {
        return node;
    }

    /** A claim whose commit was not answered: whether it happened or not, nothing of it will be handed over. */
    void unanswered(List<Handover> claimed) {
        lost.addAll(claimed);
    }

    /** Before the first claim, so that nobody takes this node for an unknown one. */
    void start() {
        running = true;
        lastBeat = steadySince = System.nanoTime();
        transaction.executeWithoutResult(status -> nodes.alive(node));
        // Not a virtual thread: those wait for each other under load, and this one must not.
        beating = Thread.ofPlatform().daemon().name("outbox-heartbeat").start(this::live);
    }

    private void live() {
        boolean heard = true;
        while (running) {
            try {
                Thread.sleep(deadAfter.dividedBy(BEATS_UNTIL_DEAD));
                beat();
                if (!heard) LOG.info("The database is back; this node says again that it lives");
                heard = true;
            } catch (InterruptedException asked) {
                return;
            } catch (RuntimeException broken) {
                if (heard) LOG.warn("This node cannot say that it lives; it tries again every second", broken);
                heard = false;
            }
        }
    }

    private void beat() {
        transaction.executeWithoutResult(status -> nodes.alive(node));
        long now = System.nanoTime();
        if (now - lastBeat > deadAfter.toNanos() / 2) steadySince = now;
        lastBeat = now;
        giveBack();
        if (now - steadySince >= deadAfter.toNanos()) takeOver();
    }

    private void giveBack() {
        for (Handover unused = lost.peek(); unused != null; unused = lost.peek()) {
            Handover one = unused;
            int back = count(() -> outbox.release(one, clock.instant()));
            lost.poll();
            if (back > 0) {
                Trail.oddity(
                        "text of a claim without an answer waits again",
                        one.organizationId(),
                        one.messageId(),
                        MessageState.QUEUED);
                bell.ring();
            }
        }
    }

    private void takeOver() {
        int freed = count(() -> {
            List<String> dead = nodes.silent(deadAfter);
            List<NodeStore.Orphan> orphans = dead.isEmpty() ? List.of() : nodes.takeOver(dead, clock.instant());
            orphans.forEach(Trail::doubted);
            return orphans.size();
        });
        if (freed > 0) {
            LOG.info("{} texts of a node that fell silent are looked up", freed);
        }
    }

    private int count(IntSupplier work) {
        return Optional.ofNullable(transaction.execute(status -> work.getAsInt()))
                .orElse(0);
    }

    /** Nothing of this node is on its way any more. */
    void leave() {
        stop();
        transaction.executeWithoutResult(status -> nodes.gone(node));
    }

    void stop() {
        if (running) {
            running = false;
            beating.interrupt();
        }
    }
}
