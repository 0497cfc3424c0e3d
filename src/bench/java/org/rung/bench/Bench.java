package org.rung.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Named cases that do a counted piece of work, each several times; prints the medians as a table. Beside the rates
 * stands the CPU time of this process and of the embedded server, which other work on the machine moves little.
 */
public final class Bench {
    /** Does the work and says how many things it did. */
    public interface Work {
        long run() throws Exception;
    }

    private record Case(String name, Work work) {}

    private final String title;
    private final String unit;
    private final int times;
    private final List<Case> cases = new ArrayList<>();

    /** @param unit what is counted, such as rows */
    public Bench(String title, String unit, int times) {
        this.title = title;
        this.unit = unit;
        this.times = times;
    }

    public Bench of(String name, Work work) {
        cases.add(new Case(name, work));
        return this;
    }

    /** The cases take turns, so that a slow minute of the machine hits all of them. The first is the baseline. */
    public void run() throws Exception {
        var rates = new double[cases.size()][times];
        var client = new double[cases.size()][times];
        var server = new double[cases.size()][times];
        for (int round = 0; round < times; round++)
            for (int i = 0; i < cases.size(); i++) {
                var before = Spent.now();
                long done = cases.get(i).work().run();
                var after = Spent.now();
                rates[i][round] = done * 1e9 / (after.wall() - before.wall());
                client[i][round] = (after.client() - before.client()) * 1e5 / 1e9 / done;
                server[i][round] = (after.server() - before.server()) * 1e5 / 1e9 / done;
            }
        var table = new StringBuilder("%n%s (median of %d)%n".formatted(title, times));
        double baseline = median(rates[0]);
        for (int i = 0; i < cases.size(); i++)
            table.append("  %-52s %,12.0f %s/s %6.2f x   CPU s per 100,000: %5.2f here %5.2f server   [%s]%n"
                    .formatted(
                            cases.get(i).name(),
                            median(rates[i]),
                            unit,
                            median(rates[i]) / baseline,
                            median(client[i]),
                            median(server[i]),
                            all(rates[i])));
        System.out.print(table);
    }

    /** In nanoseconds. */
    private record Spent(long wall, long client, long server) {
        static Spent now() {
            long server = ProcessHandle.current()
                    .descendants()
                    .flatMap(child -> child.info().totalCpuDuration().stream())
                    .mapToLong(Duration::toNanos)
                    .sum();
            long client = ProcessHandle.current()
                    .info()
                    .totalCpuDuration()
                    .orElse(Duration.ZERO)
                    .toNanos();
            return new Spent(System.nanoTime(), client, server);
        }
    }

    private static double median(double[] rates) {
        var sorted = rates.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static String all(double[] rates) {
        var text = new ArrayList<String>();
        for (double rate : rates) text.add("%,.0f".formatted(rate));
        return String.join(" ", text);
    }
}
