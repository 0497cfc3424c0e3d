package org.rung.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** A provider on this machine that takes every text and counts them; the bench profile says where it listens. */
final class FastProvider implements AutoCloseable {
    static final int PORT = Integer.getInteger("rung.bench.provider", 18473);

    private final AtomicLong taken = new AtomicLong();
    private final HttpServer server;
    private volatile long patience;

    FastProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", PORT), 1024);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                LockSupport.parkNanos(patience);
                var answer = "{\"sid\":\"SMbench%024d\",\"status\":\"queued\",\"num_segments\":\"1\"}"
                        .formatted(taken.incrementAndGet())
                        .getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(201, answer.length);
                exchange.getResponseBody().write(answer);
            }
        });
        server.start();
    }

    /** From now on each answer takes so long, as one from another city does; at first none takes any time. */
    void takes(Duration patience) {
        this.patience = patience.toNanos();
    }

    long taken() {
        return taken.get();
    }

    /** Calls a second of a plain loop with a hundred in flight. */
    static double bareCalls(int count) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + "/Messages.json"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("To=%2B15105550100&From=%2B15005550006&Body=Hi+Maya"))
                .build();
        var free = new Semaphore(100);
        long begun = System.nanoTime();
        try (var client = HttpClient.newHttpClient();
                var calls = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                free.acquire();
                calls.submit(() -> {
                    try {
                        return client.send(request, BodyHandlers.discarding()).statusCode();
                    } finally {
                        free.release();
                    }
                });
            }
        }
        return count * 1e9 / (System.nanoTime() - begun);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
