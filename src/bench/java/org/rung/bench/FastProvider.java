package org.rung.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** A provider on this machine that takes every text at once and counts them; the bench profile says where it listens. */
final class FastProvider implements AutoCloseable {
    static final int PORT = Integer.getInteger("rung.bench.provider", 18473);

    private final AtomicLong taken = new AtomicLong();
    private final HttpServer server;

    FastProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", PORT), 1024);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
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

    long taken() {
        return taken.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
