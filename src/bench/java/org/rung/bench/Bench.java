package org.rung.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Named cases that do a counted piece of work, each several times; prints the medians as a table. */
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
        for (int round = 0; round < times; round++)
            for (int i = 0; i < cases.size(); i++) {
                long begun = System.nanoTime();
                long done = cases.get(i).work().run();
                rates[i][round] = done * 1e9 / (System.nanoTime() - begun);
            }
        var table = new StringBuilder("%n%s (median of %d)%n".formatted(title, times));
        double baseline = median(rates[0]);
        for (int i = 0; i < cases.size(); i++)
            table.append("  %-52s %,12.0f %s/s %6.2f x   [%s]%n"
                    .formatted(
                            cases.get(i).name(), median(rates[i]), unit, median(rates[i]) / baseline, all(rates[i])));
        System.out.print(table);
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
