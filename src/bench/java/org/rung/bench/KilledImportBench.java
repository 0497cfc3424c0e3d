package org.rung.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rung.journeys.House;

/**
 * A file of a million rows goes through the API into a Rung of its own with a heap of 512 MB; it is killed with -9 in the
 * middle and started again. Says how long it took and the most memory the process ever had.
 */
@Tag("bench")
class KilledImportBench {
    private static final int ROWS = Integer.getInteger("rung.bench.million", 1_000_000);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern HEAP = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    private final Path home = Path.of(System.getProperty("rung.target", "target"), "killed-import")
            .toAbsolutePath();

    @Test
    void a_million_rows_killed_in_the_middle() throws Exception {
        Files.createDirectories(home);
        var list = home.resolve("city.csv");
        Files.copy(new City(ROWS), list, StandardCopyOption.REPLACE_EXISTING);
        System.out.printf("%n%,d rows, %,d MB%n", ROWS, Files.size(list) / 1_000_000);
        var settings = Map.of("RUNG_DEMO", "true", "_JAVA_OPTIONS", "-Xmx512m -XX:TieredStopAtLevel=4");
        final String id;
        long begun;
        final long known;
        try (var house = House.start(home, settings)) {
            known = supporters(house);
            begun = System.nanoTime();
            id = word("id", post(house, list));
            System.out.printf("  taken in after %.1f s%n", seconds(begun));
            begun = System.nanoTime();
            until(house, id, ROWS * 2L / 5);
            System.out.printf(
                    "  killed at %,d rows after %.1f s, %s%n", rows(house, id), seconds(begun), memory(house));
            house.kill();
        }
        long dead = System.nanoTime();
        try (var house = House.start(home, settings)) {
            double start = seconds(dead);
            long again = rows(house, id);
            until(house, id, again + 1);
            System.out.printf(
                    "  goes on from %,d rows, %.1f s after its start (%.1f s)%n", again, seconds(dead), start);
            until(house, id, Long.MAX_VALUE);
            var done = get(house, "/imports/" + id);
            System.out.printf(
                    "  %s%n  whole after %.1f s: %,.0f rows/s with the restart, %s%n",
                    done, seconds(begun), ROWS / seconds(begun), memory(house));
            assertThat(word("created", done)).isEqualTo("" + City.people(ROWS));
            assertThat(supporters(house) - known).isEqualTo(City.people(ROWS));
        }
    }

    /** The board counts everyone. */
    private long supporters(House house) throws Exception {
        var board = get(house, "/ladders/" + word("id", get(house, "/ladders")));
        long people = 0;
        var each = Pattern.compile("\"people\":(\\d+)").matcher(board);
        while (each.find()) people += Long.parseLong(each.group(1));
        return people;
    }

    private void until(House house, String id, long rows) throws Exception {
        while (rows(house, id) < rows && !"DONE".equals(word("state", get(house, "/imports/" + id)))) Thread.sleep(200);
    }

    private long rows(House house, String id) throws Exception {
        var now = get(house, "/imports/" + id);
        long rows = 0;
        for (var each : List.of("created", "updated", "unchanged", "rejected")) rows += Long.parseLong(word(each, now));
        return rows;
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static String memory(House house) throws IOException {
        var status = Files.readString(Path.of("/proc/" + house.pid() + "/status"));
        var most = HEAP.matcher(status);
        return most.find() ? "at most %,d MB resident".formatted(Long.parseLong(most.group(1)) / 1024) : "";
    }

    private String token() throws IOException {
        return Files.readString(home.resolve("demo-token")).strip();
    }

    private String post(House house, Path list) throws Exception {
        return send(request(house, "/imports?source=City&consent=Signed+up")
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofFile(list)));
    }

    private String get(House house, String path) throws Exception {
        return send(request(house, path).GET());
    }

    private HttpRequest.Builder request(House house, String path) throws IOException {
        return HttpRequest.newBuilder(URI.create(house.url() + "/api/v1" + path))
                .header("Authorization", "Bearer " + token());
    }

    private static String send(HttpRequest.Builder request) throws Exception {
        var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        return answer.body();
    }

    private static String word(String name, String json) {
        var found = Pattern.compile('"' + name + "\":\"?([^\",}]+)").matcher(json);
        if (!found.find()) throw new IllegalStateException("No " + name + " in " + json);
        return found.group(1);
    }
}
