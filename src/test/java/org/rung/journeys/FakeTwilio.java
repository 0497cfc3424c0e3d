package org.rung.journeys;

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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.springframework.boot.json.JsonWriter;

/** A provider across the street: takes texts, lists what it took, and keeps callers waiting when told to. */
public final class FakeTwilio implements AutoCloseable {

    /** What it does with a text: by how many have come. */
    public enum Temper {
        ANSWERS,
        /** Takes it a moment after the caller may have gone. */
        TAKES_LATE,
        ANSWERS_LATE,
        TAKES_AND_WAITS,
        TAKES_AND_IS_SILENT,
        LOSES
    }

    public interface Mood {
        Temper of(int number);
    }

    private static final Duration A_MOMENT = Duration.ofMillis(80);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    public record Taken(String sid, String to, String body, Instant at) {}

    private final HttpServer server;
    private final Queue<Taken> taken = new ConcurrentLinkedQueue<>();
    private final AtomicInteger callers = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final CountDownLatch patience = new CountDownLatch(1);
    private final CountDownLatch never = new CountDownLatch(1);
    private volatile Mood mood = number -> Temper.ANSWERS;

    public FakeTwilio() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try {
                if (exchange.getRequestMethod().equals("POST")) take(exchange);
                else list(exchange);
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            } finally {
                exchange.close();
            }
        });
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException, InterruptedException {
        Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Temper temper = mood.of(callers.incrementAndGet());
        Taken text = new Taken(
                "SM" + UUID.randomUUID().toString().replace("-", ""), form.get("To"), form.get("Body"), Instant.now());
        if (temper == Temper.LOSES) {
            never.await();
            return;
        }
        if (temper == Temper.TAKES_LATE) Thread.sleep(A_MOMENT);
        taken.add(text);
        if (temper == Temper.ANSWERS_LATE) Thread.sleep(A_MOMENT);
        if (temper == Temper.TAKES_AND_WAITS) patience.await();
        if (temper == Temper.TAKES_AND_IS_SILENT) {
            never.await();
            return;
        }
        say(exchange, 201, json(text));
        answered.incrementAndGet();
    }

    private void list(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        String to = query == null ? "" : form(query).getOrDefault("To", "");
        List<Map<String, Object>> found = taken.stream()
                .filter(text -> text.to().equals(to))
                .map(FakeTwilio::json)
                .toList();
        String uri = exchange.getRequestURI().getPath();
        say(exchange, 200, Map.of("messages", found, "page", 0, "page_size", 100, "uri", uri, "first_page_uri", uri));
    }

    private static Map<String, Object> json(Taken text) {
        return Map.of(
                "sid", text.sid(),
                "to", text.to(),
                "body", text.body(),
                "status", "queued",
                "direction", "outbound-api",
                "date_created", DATE.format(text.at().atOffset(ZoneOffset.UTC)));
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

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void is(Mood other) {
        mood = other;
    }

    /** Everyone who waits gets their answer. */
    void answers() {
        patience.countDown();
    }

    /** How many have called so far, taken or not. */
    public int callers() {
        return callers.get();
    }

    int answered() {
        return answered.get();
    }

    public List<Taken> taken() {
        return List.copyOf(taken);
    }

    @Override
    public void close() {
        patience.countDown();
        never.countDown();
        server.stop(0);
    }
}
