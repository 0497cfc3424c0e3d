package org.rung.alerts;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A push service of this machine: takes what comes and keeps it. */
final class FakePushService implements AutoCloseable {
    record Taken(String path, byte[] body, Map<String, List<String>> headers) {}

    final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile int status = 201;

    FakePushService() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                taken.add(new Taken(
                        exchange.getRequestURI().getPath(),
                        exchange.getRequestBody().readAllBytes(),
                        Map.copyOf(exchange.getRequestHeaders())));
                exchange.sendResponseHeaders(status, -1);
            }
        });
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void answers(int status) {
        this.status = status;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
