package org.rung.reports;

import java.util.Map;
import java.util.Optional;

/** Waits in steps that double: under half a minute, under one, under two, and so on. */
final class WaitStep {
    private static final double FIRST_SECONDS = 30;
    private static final int LAST = 16;

    /** The step of a column named seconds. */
    static final String SQL =
            "least(" + LAST + ", case when w.seconds < 30 then 0 else 1 + floor(log2(w.seconds / 30)) end)";

    private WaitStep() {}

    /**
     * The wait in minutes than which that part of all is shorter, as if the waits of a step were evenly spread in it; empty
     * where nobody waited.
     *
     * @param numbers how many waited so long, by step
     * @param part between 0 and 1: 0.5 for the median
     */
    static Optional<Double> minutes(Map<Integer, Long> numbers, double part) {
        double all = numbers.values().stream().mapToLong(Long::longValue).sum();
        if (all == 0) return Optional.empty();
        double wanted = all * part;
        double before = 0;
        for (int step = 0; step <= LAST; step++) {
            long here = numbers.getOrDefault(step, 0L);
            if (here > 0 && before + here >= wanted) {
                double from = step == 0 ? 0 : FIRST_SECONDS * Math.pow(2, step - 1);
                double until = FIRST_SECONDS * Math.pow(2, step);
                return Optional.of((from + (until - from) * (wanted - before) / here) / 60);
            }
            before += here;
        }
        return Optional.empty();
    }

    /** How many waited less than a quarter of an hour; that is where the sixth step begins, at 16 minutes. */
    static long soon(Map<Integer, Long> numbers) {
        return numbers.entrySet().stream()
                .filter(each -> each.getKey() <= 5)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
