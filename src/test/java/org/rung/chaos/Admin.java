package org.rung.chaos;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.rung.common.Actor;
import org.rung.senders.Sender;
import org.rung.senders.Senders;

/** Someone who looks at the senders every second, and lets one go on once the provider says that the account is in order. */
final class Admin implements AutoCloseable {
    private final Actor ada;
    private final Senders senders;
    private final MoodyTwilio provider;
    private final AtomicInteger resumed = new AtomicInteger();
    private final Thread day;
    private volatile boolean over;

    Admin(Town town, MoodyTwilio provider) {
        this.ada = new Actor.System(town.organization());
        this.senders = town.house().getBean(Senders.class);
        this.provider = provider;
        this.day = Thread.ofVirtual().name("admin").start(this::look);
    }

    private void look() {
        try {
            while (!over) {
                Thread.sleep(1_000);
                try {
                    if (!provider.cross()) resume();
                } catch (RuntimeException away) {
                    // The database is away like everything else now and then; a second later she looks again.
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void resume() {
        senders.all(ada).stream().filter(Sender::pausedByItself).forEach(sender -> {
            senders.resume(ada, sender.senderId());
            resumed.incrementAndGet();
        });
    }

    boolean awaitPaused(Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        while (System.nanoTime() < end) {
            if (senders.all(ada).stream().anyMatch(Sender::pausedByItself)) return true;
            Thread.sleep(100);
        }
        return false;
    }

    int resumed() {
        return resumed.get();
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        day.join(Duration.ofSeconds(30));
    }
}
