package org.rung.journeys;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** Rung in a process of its own, started as anyone would start it, from the classes of this build. */
public final class House implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path home;
    private final int port;
    private final Process process;
    private final Path log;

    private House(Path home, int port, Process process, Path log) {
        this.home = home;
        this.port = port;
        this.process = process;
        this.log = log;
    }

    /** Returns when it is ready for visitors; the settings are those of the README. */
    public static House start(Path home, Map<String, String> settings, String... arguments) {
        House house = begin(home, settings, arguments);
        house.awaitReady();
        return house;
    }

    /** As {@link #start}, without waiting. */
    public static House begin(Path home, Map<String, String> settings, String... arguments) {
        try {
            Files.createDirectories(home);
            int port = freePort();
            Path log = home.resolve("log-" + port + ".txt");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx700m",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    classPath(),
                    "org.rung.RungApplication"));
            command.addAll(List.of(arguments));
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("RUNG_"));
            builder.environment().put("RUNG_HOME", home.toString());
            builder.environment().put("RUNG_PORT", Integer.toString(port));
            builder.environment().put("RUNG_PUBLIC_URL", "http://localhost:" + port);
            builder.environment().putAll(settings);
            House house = new House(home, port, builder.start(), log);
            // A run that is stopped by hand leaves nothing behind.
            Runtime.getRuntime().addShutdownHook(new Thread(house.process::destroyForcibly));
            return house;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** The tests' own classes stay outside: their beans are not part of the house. */
    private static String classPath() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    public void awaitReady() {
        Awaitility.await("Rung is ready")
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(200))
                .failFast(() -> {
                    if (!process.isAlive()) throw new AssertionError("Rung ended:\n" + tail());
                })
                .until(() -> {
                    try {
                        return get("/actuator/health/readiness") == 200;
                    } catch (ConnectException notYet) {
                        return false;
                    }
                });
    }

    private int get(String path) throws IOException, InterruptedException {
        return HTTP.send(
                        HttpRequest.newBuilder(URI.create(url() + path)).build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    public String url() {
        return "http://localhost:" + port;
    }

    public boolean runs() {
        return process.isAlive();
    }

    public boolean ready() {
        try {
            return get("/actuator/health/readiness") == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public long pid() {
        return process.pid();
    }

    public Path home() {
        return home;
    }

    /** All that it said. */
    String said() {
        try {
            return Files.readString(log);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** The last lines that it said. */
    public String tail() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
        } catch (IOException problem) {
            return "(no log: " + problem.getMessage() + ")";
        }
    }

    /** kill -9: no hook runs, nothing is written down. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd(Duration.ofSeconds(30));
    }

    /** SIGTERM, as an orderly machine sends it; it may still run when this returns. */
    public void ask() {
        process.destroy();
    }

    public void awaitEnd(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS))
                throw new AssertionError("Rung did not end:\n" + tail());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ask();
        try {
            awaitEnd(Duration.ofSeconds(40));
        } finally {
            process.destroyForcibly();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
