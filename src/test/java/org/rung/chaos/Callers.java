package org.rung.chaos;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Programs that send: a first text to everyone, then replies. Without a clear answer they ask again with the same request
 * id until there is one, and now and then also when there was: nothing of that may send twice.
 */
final class Callers {
    private final List<Api> apis;
    private final Books books;
    private final Campaign campaign;
    private final Predicate<String> gone;
    private final long seed;
    private final int callers;
    private final int perMinute;
    private final CountDownLatch done;
    private volatile boolean over;

    /** @param gone numbers that the provider has nothing for any more, so that texts to them may be refused */
    Callers(
            List<Api> apis,
            Books books,
            Campaign campaign,
            Predicate<String> gone,
            long seed,
            int callers,
            int perMinute) {
        this.apis = apis;
        this.gone = gone;
        this.books = books;
        this.campaign = campaign;
        this.seed = seed;
        this.callers = callers;
        this.perMinute = perMinute;
        this.done = new CountDownLatch(callers);
    }

    void start() {
        List<String> phones = campaign.shuffled(new Random(seed));
        for (int caller = 0; caller < callers; caller++) {
            int me = caller;
            List<String> mine = IntStream.range(0, phones.size())
                    .filter(i -> i % callers == me)
                    .mapToObj(phones::get)
                    .toList();
            Thread.ofVirtual().name("caller-" + me).start(() -> {
                try {
                    call(me, mine, new Random(seed + me));
                } catch (InterruptedException ended) {
                    Thread.currentThread().interrupt();
                } catch (RuntimeException | Error broken) {
                    books.oddities.add("A caller broke off: " + broken);
                } finally {
                    done.countDown();
                }
            });
        }
    }

    /** No new texts; those begun get their answers. */
    boolean finish(int minutes) throws InterruptedException {
        over = true;
        return done.await(minutes, TimeUnit.MINUTES);
    }

    private void call(int me, List<String> mine, Random random) throws InterruptedException {
        long pause = 60_000L * callers / perMinute;
        Api api = apis.get(me % apis.size());
        for (int number = 0; !over; number++) {
            long begun = System.nanoTime();
            // First everyone once, then whoever.
            String phone = number < mine.size() ? mine.get(number) : mine.get(random.nextInt(mine.size()));
            String requestId = "storm-%d-%d-%d".formatted(seed, me, number);
            String body = number >= mine.size() && random.nextInt(20) == 0
                    ? "See you there!"
                    : number < mine.size() ? "Hi! Reply STOP to opt out. " + requestId : "As I said, " + requestId;
            send(api, requestId, phone, body, random);
            rest(pause / 2 + random.nextLong(pause + 1), begun);
        }
    }

    /** Whoever had to wait for an answer rests less, so that the load stays what it is. */
    static void rest(long millis, long begun) throws InterruptedException {
        Thread.sleep(Math.max(0, millis - (System.nanoTime() - begun) / 1_000_000));
    }

    private void send(Api api, String requestId, String phone, String body, Random random) throws InterruptedException {
        String conversation = campaign.conversations().get(phone);
        boolean mayBeStored = false;
        for (int trial = 1; ; trial++) {
            var answer = api.post(
                    "/conversations/" + conversation + "/messages", Map.of("requestId", requestId, "text", body));
            if (answer.status() == 202) {
                String message = answer.json().get("id").asString();
                books.accepted.put(requestId, new Books.Accepted(message, conversation, phone, body));
                books.count(trial == 1 ? "accepted at once" : "accepted when asked again");
                if (random.nextInt(10) == 0) again(api, requestId, conversation, body, message);
                return;
            }
            if (!answer.unclear()) {
                books.count("refused");
                boolean expected = gone.test(phone)
                        || (answer.status() == 409 ? books.heard.contains(phone) : books.stopping.contains(phone));
                if (!expected) {
                    books.oddities.add("%s to %s was refused with %d: %s"
                            .formatted(requestId, phone, answer.status(), answer.text()));
                }
                if (mayBeStored) books.count("refused after an unclear answer");
                return;
            }
            mayBeStored = true;
            books.count("unclear answer " + answer.status());
            Thread.sleep(200 + ThreadLocalRandom.current().nextInt(800));
        }
    }

    private void again(Api api, String requestId, String conversation, String body, String message)
            throws InterruptedException {
        var answer =
                api.post("/conversations/" + conversation + "/messages", Map.of("requestId", requestId, "text", body));
        if (answer.status() == 202 && !answer.json().get("id").asString().equals(message)) {
            books.oddities.add("%s made a second message: %s and %s"
                    .formatted(requestId, message, answer.json().get("id").asString()));
        }
        books.count("asked again though accepted");
    }
}
