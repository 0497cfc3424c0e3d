package org.rung.chaos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.rung.journeys.House;

/** How an app is, looked at from outside; heap after a full collection. */
record Vitals(
        long heapMegabytes,
        long residentMegabytes,
        int files,
        int sockets,
        int connections,
        int waiting,
        double oldestSeconds) {
    private static final Pattern LIVING = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    static Vitals of(House house, Connection database) throws IOException, InterruptedException, SQLException {
        Queue queue = queue(database);
        // Collects all garbage first, and counts what is left.
        var living = LIVING.matcher(jcmd(house, "GC.class_histogram"));
        var resident = RESIDENT.matcher(Files.readString(Path.of("/proc/" + house.pid() + "/status")));
        int files = 0;
        int sockets = 0;
        try (var open = Files.list(Path.of("/proc/" + house.pid() + "/fd"))) {
            for (var file : open.toList()) {
                files++;
                try {
                    if (Files.readSymbolicLink(file).toString().startsWith("socket:")) sockets++;
                } catch (IOException closedMeanwhile) {
                    files--;
                }
            }
        }
        return new Vitals(
                living.find() ? Long.parseLong(living.group(1)) >> 20 : 0,
                resident.find() ? Long.parseLong(resident.group(1)) / 1024 : 0,
                files,
                sockets,
                connections(database),
                queue.waiting(),
                queue.oldestSeconds());
    }

    private record Queue(int waiting, double oldestSeconds) {}

    private static Queue queue(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var found = statement.executeQuery("select count(*),"
                        + " coalesce(max(timestampdiff(microsecond, due_at, utc_timestamp(6))), 0) / 1e6"
                        + " from messages where state in ('QUEUED', 'HELD') and due_at <= utc_timestamp(6)")) {
            found.next();
            return new Queue(found.getInt(1), found.getDouble(2));
        }
    }

    /** Without the one that asks. */
    private static int connections(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var found = statement.executeQuery(
                        "select count(*) - 1 from information_schema.processlist where user = 'rung'")) {
            found.next();
            return found.getInt(1);
        }
    }

    private static String jcmd(House house, String command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(house.pid()),
                        command)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    @Override
    public String toString() {
        return "heap %d MB, resident %d MB, %d files of which %d sockets, %d database connections, %d waiting, oldest %.2f s"
                .formatted(heapMegabytes, residentMegabytes, files, sockets, connections, waiting, oldestSeconds);
    }
}
