package org.rung.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.rung.journeys.House;

/** Real app processes, each started again as soon as it ended, as a machine's supervisor does. */
final class Fleet implements AutoCloseable {
    private final class Berth {
        private final int number;
        private volatile @Nullable House house;
        private volatile boolean up;
        private volatile boolean killed;

        Berth(int number) {
            this.number = number;
        }

        void keepRunning() {
            try {
                while (!closed) {
                    House now = house;
                    if (now == null || !now.runs()) {
                        up = false;
                        if (now != null && !killed) endedByItself.add(now.tail());
                        killed = false;
                        begin();
                    } else if (!up && now.ready()) {
                        up = true;
                    }
                    Thread.sleep(100);
                }
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            }
        }

        private synchronized void begin() {
            if (!closed) house = House.begin(home.resolve("app-" + number), settings, arguments);
        }

        synchronized void kill() {
            House now = house;
            if (now != null && now.runs()) {
                killed = true;
                up = false;
                now.kill();
            }
        }
    }

    private final Path home;
    private final String[] arguments;
    private volatile Map<String, String> settings = Map.of();
    private final List<Berth> berths;
    private final List<String> endedByItself = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private volatile boolean closed;

    Fleet(Path home, int size, List<String> arguments) {
        this.home = home;
        this.arguments = arguments.toArray(String[]::new);
        this.berths = IntStream.range(0, size).mapToObj(Berth::new).toList();
    }

    void open(Map<String, String> with) {
        settings = with;
        berths.forEach(berth -> Thread.ofVirtual().name("berth-" + berth.number).start(berth::keepRunning));
    }

    /** Of one that is up, in turns; of one that is not when none is: then nobody answers there. */
    String url() {
        List<Berth> there = berths.stream().filter(berth -> berth.up).toList();
        if (there.isEmpty()) return "http://127.0.0.1:9";
        House house = there.get(Math.floorMod(turn.getAndIncrement(), there.size())).house;
        return house == null ? "http://127.0.0.1:9" : house.url();
    }

    /** kill -9, at whatever it is doing, starting included. */
    void kill(int number) {
        berths.get(number).kill();
    }

    boolean allUp() {
        return berths.stream().allMatch(berth -> berth.up);
    }

    void awaitUp() {
        Awaitility.await("every app is ready")
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(200))
                .until(this::allUp);
    }

    int size() {
        return berths.size();
    }

    List<House> houses() {
        return berths.stream()
                .flatMap(berth -> java.util.stream.Stream.ofNullable(berth.house))
                .toList();
    }

    /** What those said last that ended without being killed. */
    List<String> endedByItself() {
        return endedByItself;
    }

    @Override
    public void close() {
        closed = true;
        berths.forEach(Berth::kill);
    }
}
