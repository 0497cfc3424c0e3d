package org.rung.nodes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** A real Redis on loopback that keeps nothing, and that a test may end and start again. */
public final class Redis implements AutoCloseable {
    private final int port;
    private @Nullable Process process;

    private Redis(int port) {
        this.port = port;
    }

    /** Where this machine has none, the test is left out and says so; where CI is set, that is a failure. */
    public static Redis start() {
        if (Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, "redis-server"))
                .noneMatch(Files::isExecutable)) {
            String words =
                    "There is no redis-server on this machine: install it (Debian: apt-get install redis-server)";
            if (System.getenv("CI") != null) Assertions.fail(words);
            Assumptions.abort(words);
        }
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var redis = new Redis(socket.getLocalPort());
            socket.close();
            redis.again();
            return redis;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    public void again() {
        try {
            Process started = new ProcessBuilder(
                            "redis-server",
                            "--port",
                            Integer.toString(port),
                            "--bind",
                            "127.0.0.1",
                            "--save",
                            "",
                            "--appendonly",
                            "no")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process = started;
            Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        Awaitility.await("Redis answers").atMost(Duration.ofSeconds(30)).until(this::answers);
    }

    private boolean answers() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            socket.setSoTimeout(1_000);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().read() == '+';
        } catch (IOException notYet) {
            return false;
        }
    }

    /** kill -9. */
    public void kill() {
        var running = process;
        if (running == null) return;
        running.destroyForcibly();
        try {
            if (!running.waitFor(30, TimeUnit.SECONDS)) throw new AssertionError("Redis did not end");
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
