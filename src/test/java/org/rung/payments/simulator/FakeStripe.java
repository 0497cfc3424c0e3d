package org.rung.payments.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The simulated provider on a port of its own; what it tells is kept for the test to bring, late, twice or never. */
public final class FakeStripe implements AutoCloseable {
    private static final String PAY = "https://pay.example.org/";

    private final SimulatedPaymentStore store;
    private final SimulatedActs acts;
    private final SimulatedReturns returns;
    private final SimulatedStripe stripe;
    private final JsonMapper json;
    private final Queue<Knock> told = new ConcurrentLinkedQueue<>();
    private final HttpServer server;
    private volatile boolean silent;
    private final AtomicInteger calls = new AtomicInteger();
    private final Map<Integer, Runnable> before = new ConcurrentHashMap<>();

    /** What was told: where to, the bytes, and how they are signed. */
    public record Knock(String path, String body, String signature) {
        public String type() {
            return body.replaceAll("(?s).*\"type\":\"([a-z_.]+)\"}$", "$1");
        }
    }

    public FakeStripe(JdbcTemplate jdbc, JsonMapper json, Clock clock) {
        this.json = json;
        this.store = new SimulatedPaymentStore(jdbc, json);
        var events = new SimulatedEvents(
                store,
                (url, body, signature) -> told.add(new Knock(url.replaceFirst("^https?://[^/]+", ""), body, signature)),
                json,
                clock);
        this.acts = new SimulatedActs(store, events, clock);
        this.returns = new SimulatedReturns(store, events, clock);
        this.stripe = new SimulatedStripe(store, events, clock);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.createContext("/v1/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        System.setProperty(
                "RUNG_STRIPE_URL", "http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Optional.ofNullable(before.remove(calls.incrementAndGet())).ifPresent(Runnable::run);
            Map<String, String> given = new LinkedHashMap<>();
            read(exchange.getRequestURI().getRawQuery(), given);
            read(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8), given);
            var answer = silent
                    ? new SimulatedStripe.Answer(500, Map.of("error", Map.of("type", "api_error", "message", "down")))
                    : stripe.answer(new SimulatedStripe.Call(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().getPath().substring("/v1/".length()),
                            given,
                            header(exchange, "Authorization").replaceFirst("^Bearer ", ""),
                            header(exchange, "Idempotency-Key"),
                            PAY));
            byte[] body = json.writeValueAsBytes(answer.body());
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }

    private static void read(@Nullable String form, Map<String, String> given) {
        if (form == null || form.isEmpty()) return;
        for (String pair : form.split("&", -1)) {
            int at = pair.indexOf('=');
            if (at > 0)
                given.put(
                        URLDecoder.decode(pair.substring(0, at), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
        }
    }

    /** It answers nothing of use, until it does again. */
    public void silent(boolean now) {
        silent = now;
    }

    /** Something else happens while it is asked the so-manyeth time from now on. */
    public void meanwhile(int call, Runnable happens) {
        before.put(calls.get() + call, happens);
    }

    public int calls() {
        return calls.get();
    }

    /** Somebody pays on the page that they were sent to. */
    public void pay(String page, String name, String email) {
        acts.pay(session(page), name, email, false);
    }

    public void payLate(String page, String name, String email) {
        acts.pay(session(page), name, email, true);
    }

    public void settle(String page, boolean paid) {
        acts.settle(session(page), paid);
    }

    public void month(String subscription, boolean paid) {
        acts.month(subscription, paid);
    }

    public void refund(String payment, long minor) {
        returns.refund(payment, minor);
    }

    public String dispute(String payment) {
        return returns.dispute(payment);
    }

    public void close(String dispute, boolean won) {
        returns.close(dispute, won);
    }

    /** The provider's number of what was paid on that page. */
    public String payment(String page) {
        return (String) acts.session(session(page)).orElseThrow().get("payment_intent");
    }

    public String subscription(String page) {
        return (String) acts.session(session(page)).orElseThrow().get("subscription");
    }

    public Map<String, Object> sessionOf(String page) {
        return acts.session(session(page)).orElseThrow();
    }

    private static String session(String page) {
        return page.substring(PAY.length());
    }

    /** What it told since it was asked last. */
    public List<Knock> told() {
        List<Knock> all = new ArrayList<>();
        for (Knock one = told.poll(); one != null; one = told.poll()) all.add(one);
        return all;
    }

    /** As somebody signs who knows that secret. */
    public static String sign(String body, String secret, long second) {
        return SimulatedEvents.sign(body, secret, second);
    }

    @Override
    public void close() {
        System.clearProperty("RUNG_STRIPE_URL");
        server.stop(0);
    }
}
