package org.rung.chaos;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.springframework.boot.json.JsonWriter;

/**
 * A provider in a mood: takes texts slowly or not at all, refuses for now and for good, breaks before and after taking,
 * drops connections, reports twice, in any order or never. It remembers every text that it took: the count at the end is
 * its.
 */
final class MoodyTwilio implements AutoCloseable {
    /** How it is today. */
    enum Mood {
        CALM,
        MOODY,
        /** Nothing is answered, and nothing taken. */
        AWAY,
        /** Our account is not in order: it says so (20003), or takes a text and then reports that (30002). */
        CROSS
    }

    /** What it reports of a text in the end. */
    enum Fate {
        FINE(""),
        /** Taken for spam. */
        FILTERED("30007"),
        /** The telephone is off: one retry, hours later. */
        OFF("30003"),
        SUSPENDED("30002");

        private final String code;

        Fate(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }

        /** The same text may be handed over once more. */
        boolean again() {
            return this == OFF || this == SUSPENDED;
        }
    }

    private enum Temper {
        ANSWERS,
        TAKES_LATE,
        TAKES_AND_ANSWERS_LATE,
        TOO_FAST,
        REFUSES_THE_ACCOUNT,
        BREAKS_BEFORE,
        BREAKS_AFTER,
        CLOSED_BEFORE,
        CLOSED_AFTER,
        DROPS_BEFORE,
        DROPS_AFTER;

        boolean takes() {
            return switch (this) {
                case ANSWERS, TAKES_LATE, TAKES_AND_ANSWERS_LATE, BREAKS_AFTER, CLOSED_AFTER, DROPS_AFTER -> true;
                case TOO_FAST, REFUSES_THE_ACCOUNT, BREAKS_BEFORE, CLOSED_BEFORE, DROPS_BEFORE -> false;
            };
        }
    }

    /** A text that it has, handed over at {@code asked}. It shows in lists only after a while, as with the real one. */
    record Taken(
            String sid,
            String to,
            String body,
            String callback,
            Instant asked,
            Instant at,
            Instant listedFrom,
            Fate fate) {}

    static final int LATEST_MILLIS = 1_500;
    /** One number in so many is opted out there, and one is off. */
    private static final int ODD_NUMBERS = 40;

    /** More than three in two hundred would pause the campaign. */
    private static final int FINE_BETWEEN = 80;

    private static final Duration UNLISTED = Duration.ofSeconds(2);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    private final String account;
    private final long seed;
    private final Random random;
    private final Hooks hooks;
    private final HttpServer server;
    private final ScheduledExecutorService later = Executors.newScheduledThreadPool(1);
    private final Queue<Taken> taken = new ConcurrentLinkedQueue<>();
    private final Map<String, AtomicInteger> deciding = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger fine = new AtomicInteger();
    private volatile Mood mood = Mood.CALM;

    MoodyTwilio(String account, long seed, Hooks hooks) throws IOException {
        this.account = account;
        this.seed = seed;
        this.random = new Random(seed);
        this.hooks = hooks;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                if (exchange.getRequestMethod().equals("POST")) take(exchange);
                else list(exchange);
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void is(Mood other) {
        mood = other;
    }

    boolean cross() {
        return mood == Mood.CROSS;
    }

    List<Taken> taken() {
        return List.copyOf(taken);
    }

    /** How often it was asked to take a text. */
    int asked() {
        return asked.get();
    }

    /** Texted STOP to somebody else of the same account, long ago: every text to it is refused for good (21610). */
    boolean optedOut(String phone) {
        return Math.floorMod(31 * seed + phone.hashCode(), ODD_NUMBERS) == 0;
    }

    /** Its texts come back the first time: one more try, hours later. */
    boolean off(String phone) {
        return Math.floorMod(31 * seed + phone.hashCode(), ODD_NUMBERS) == 1;
    }

    private Fate fate(String to) {
        if (mood == Mood.CROSS) return Fate.SUSPENDED;
        if (mood == Mood.CALM) return Fate.FINE;
        if (off(to)) return Fate.OFF;
        if (fine.incrementAndGet() % FINE_BETWEEN == 0) return Fate.FILTERED;
        return Fate.FINE;
    }

    /** How often it was in which temper, and what it reported. */
    Map<String, Integer> counts() {
        return counts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, count -> count.getValue().get(), (one, two) -> one, TreeMap::new));
    }

    private void count(String what) {
        counts.computeIfAbsent(what, first -> new AtomicInteger()).incrementAndGet();
    }

    private synchronized Temper temper() {
        if (mood == Mood.AWAY) return Temper.DROPS_BEFORE;
        if (mood == Mood.CROSS) return random.nextInt(3) == 0 ? Temper.ANSWERS : Temper.REFUSES_THE_ACCOUNT;
        int draw = random.nextInt(mood == Mood.CALM ? 70 : 100);
        if (draw < 70) return Temper.ANSWERS;
        if (draw < 74) return Temper.TAKES_LATE;
        if (draw < 78) return Temper.TAKES_AND_ANSWERS_LATE;
        if (draw < 84) return Temper.TOO_FAST;
        if (draw < 87) return Temper.BREAKS_BEFORE;
        if (draw < 90) return Temper.BREAKS_AFTER;
        if (draw < 92) return Temper.CLOSED_BEFORE;
        if (draw < 94) return Temper.CLOSED_AFTER;
        return draw < 97 ? Temper.DROPS_BEFORE : Temper.DROPS_AFTER;
    }

    private synchronized int chance(int bound) {
        return random.nextInt(bound);
    }

    private void take(HttpExchange exchange) throws IOException, InterruptedException {
        Instant handedOver = Instant.now();
        asked.incrementAndGet();
        Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Temper temper = temper();
        count(temper.name());
        boolean never = temper.takes() && optedOut(form.get("To"));
        AtomicInteger undecided = deciding.computeIfAbsent(form.get("To"), first -> new AtomicInteger());
        undecided.incrementAndGet();
        Taken text;
        try {
            if (temper == Temper.TAKES_LATE) Thread.sleep(chance(LATEST_MILLIS));
            Instant now = Instant.now();
            text = new Taken(
                    "SM" + UUID.randomUUID().toString().replace("-", ""),
                    form.get("To"),
                    form.get("Body"),
                    form.getOrDefault("StatusCallback", ""),
                    handedOver,
                    now,
                    chance(3) == 0 ? now.plus(UNLISTED) : now,
                    fate(form.get("To")));
            if (temper.takes() && !never) taken.add(text);
        } finally {
            undecided.decrementAndGet();
        }
        // Half of those whose answer is lost are never reported either: only a look-up finds them.
        boolean silent = temper == Temper.DROPS_AFTER || temper == Temper.BREAKS_AFTER || temper == Temper.CLOSED_AFTER;
        if (temper.takes() && !never && !(silent && chance(2) == 0)) report(text);
        if (never) count("REFUSED_FOR_GOOD");
        switch (temper) {
            case ANSWERS, TAKES_LATE -> answer(exchange, text, never);
            case TAKES_AND_ANSWERS_LATE -> {
                Thread.sleep(chance(LATEST_MILLIS));
                answer(exchange, text, never);
            }
            case REFUSES_THE_ACCOUNT ->
                say(exchange, 401, Map.of("code", 20003, "message", "Authenticate", "status", 401));
            case TOO_FAST -> {
                exchange.getResponseHeaders().add("Retry-After", "1");
                say(exchange, 429, Map.of("code", 20429, "message", "Too many requests", "status", 429));
            }
            case BREAKS_BEFORE, BREAKS_AFTER ->
                say(exchange, 500, Map.of("code", 20500, "message", "Internal", "status", 500));
            case CLOSED_BEFORE, CLOSED_AFTER ->
                say(exchange, 503, Map.of("code", 20503, "message", "Unavailable", "status", 503));
            case DROPS_BEFORE, DROPS_AFTER -> {}
        }
    }

    private static void answer(HttpExchange exchange, Taken text, boolean never) throws IOException {
        if (never) say(exchange, 400, Map.of("code", 21610, "message", "Unsubscribed recipient", "status", 400));
        else say(exchange, 201, json(text));
    }

    private void list(HttpExchange exchange) throws IOException, InterruptedException {
        String query = exchange.getRequestURI().getRawQuery();
        String to = query == null ? "" : form(query).getOrDefault("To", "");
        if (mood == Mood.AWAY) return;
        count("LISTED");
        // What it was handed before is decided before it is asked: a text never appears from nowhere minutes later.
        AtomicInteger undecided = deciding.getOrDefault(to, new AtomicInteger());
        while (undecided.get() > 0) Thread.sleep(5);
        Instant now = Instant.now();
        List<Map<String, Object>> found = taken.stream()
                .filter(text -> text.to().equals(to) && !text.listedFrom().isAfter(now))
                .map(MoodyTwilio::json)
                .toList();
        String uri = exchange.getRequestURI().getPath();
        say(exchange, 200, Map.of("messages", found, "page", 0, "page_size", 100, "uri", uri, "first_page_uri", uri));
    }

    /** Repeated, out of order, before the answer, or not at all. */
    private void report(Taken text) {
        String last =
                switch (text.fate()) {
                    case FINE -> chance(25) == 0 ? "undelivered" : "delivered";
                    case FILTERED, OFF -> "undelivered";
                    case SUSPENDED -> "failed";
                };
        for (String status : List.of("queued", "sent", last)) {
            int draw = chance(20);
            if (draw == 0) continue;
            for (int times = draw <= 3 ? 2 : 1; times > 0; times--) {
                later.schedule(
                        () -> Thread.ofVirtual().start(() -> call(text, status, 2)),
                        chance(3_000),
                        TimeUnit.MILLISECONDS);
            }
        }
    }

    private void call(Taken text, String status, int trials) {
        try {
            var form = new TreeMap<>(Map.of(
                    "MessageSid",
                    text.sid(),
                    "MessageStatus",
                    status,
                    "To",
                    text.to(),
                    "From",
                    Town.NUMBER,
                    "AccountSid",
                    account));
            boolean said = !text.fate().code().isEmpty() && (status.equals("undelivered") || status.equals("failed"));
            if (said) form.put("ErrorCode", text.fate().code());
            boolean heard = hooks.post(text.callback().substring(Hooks.PUBLIC_URL.length()), form);
            if (heard && said) count("REPORTED_" + text.fate().code());
            count(heard ? "REPORTED" : "REPORT_LOST");
            if (!heard && trials > 1 && !later.isShutdown()) {
                later.schedule(
                        () -> Thread.ofVirtual().start(() -> call(text, status, trials - 1)), 1, TimeUnit.SECONDS);
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.RejectedExecutionException over) {
            // It closes.
        }
    }

    private static Map<String, Object> json(Taken text) {
        return new HashMap<>(Map.of(
                "sid", text.sid(),
                "to", text.to(),
                "body", text.body(),
                "status", "queued",
                "direction", "outbound-api",
                "date_created", DATE.format(text.at().atOffset(ZoneOffset.UTC))));
    }

    private static void say(HttpExchange exchange, int status, Map<String, Object> what) throws IOException {
        byte[] json =
                JsonWriter.<Map<String, Object>>standard().writeToString(what).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, json.length);
        exchange.getResponseBody().write(json);
        exchange.getResponseBody().flush();
    }

    private static Map<String, String> form(String encoded) {
        return Arrays.stream(encoded.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0],
                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                        (one, two) -> one));
    }

    @Override
    public void close() {
        later.shutdownNow();
        server.stop(0);
    }
}
