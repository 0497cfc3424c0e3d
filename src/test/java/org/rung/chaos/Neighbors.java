package org.rung.chaos;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** People who text back, some of them STOP; their provider delivers until it hears thanks, and sometimes once more. */
final class Neighbors {
    private final Hooks hooks;
    private final Books books;
    private final Town town;
    private final Campaign campaign;
    private final long seed;
    private final int neighbors;
    private final int perMinute;
    private final CountDownLatch done;
    private volatile boolean over;

    Neighbors(Hooks hooks, Books books, Town town, Campaign campaign, long seed, int neighbors, int perMinute) {
        this.hooks = hooks;
        this.books = books;
        this.town = town;
        this.campaign = campaign;
        this.seed = seed;
        this.neighbors = neighbors;
        this.perMinute = perMinute;
        this.done = new CountDownLatch(neighbors);
    }

    void start() {
        for (int neighbor = 0; neighbor < neighbors; neighbor++) {
            int me = neighbor;
            Thread.ofVirtual().name("neighbor-" + me).start(() -> {
                try {
                    text(me, new Random(seed * 31 + me));
                } catch (InterruptedException ended) {
                    Thread.currentThread().interrupt();
                } catch (RuntimeException | Error broken) {
                    books.oddities.add("A neighbor broke off: " + broken);
                } finally {
                    done.countDown();
                }
            });
        }
    }

    boolean finish(int minutes) throws InterruptedException {
        over = true;
        return done.await(minutes, TimeUnit.MINUTES);
    }

    private void text(int me, Random random) throws InterruptedException {
        List<String> phones = campaign.shuffled(random);
        long pause = 60_000L * neighbors / perMinute;
        for (int number = 0; !over; number++) {
            long begun = System.nanoTime();
            String sid = "SM%016x%08x%08x".formatted(seed, me, number);
            // One in thirty was never heard of before.
            String phone = random.nextInt(30) == 0
                    ? town.neverHeardOf(random.nextInt(5_000))
                    : phones.get(random.nextInt(phones.size()));
            int draw = random.nextInt(100);
            deliver(sid, phone, draw < 3 ? "STOP" : draw < 5 ? "HELP" : "What time is it? " + sid, random);
            Callers.rest(pause / 2 + random.nextLong(pause + 1), begun);
        }
    }

    private void deliver(String sid, String phone, String body, Random random) throws InterruptedException {
        boolean stop = body.equals("STOP");
        books.heard.add(phone);
        if (stop) books.stopping.add(phone);
        var form = new TreeMap<>(Map.of(
                "MessageSid", sid, "AccountSid", town.account(), "From", phone, "To", Town.NUMBER, "Body", body));
        if (random.nextInt(10) == 0) Thread.ofVirtual().start(() -> atOnce(form));
        while (!hooks.post(Hooks.INBOUND, form)) {
            books.count("delivered in vain");
            Thread.sleep(300 + random.nextInt(1_000));
        }
        Instant now = Instant.now();
        books.stored.put(sid, new Books.Stored(sid, phone, body, now));
        if (stop) books.stopped.merge(phone, now, (one, two) -> one.isBefore(two) ? one : two);
        if (random.nextInt(8) == 0) {
            books.count("delivered again");
            hooks.post(Hooks.INBOUND, form);
        }
    }

    private void atOnce(TreeMap<String, String> form) {
        try {
            books.count("delivered twice at once");
            hooks.post(Hooks.INBOUND, form);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
