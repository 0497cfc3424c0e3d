package org.rung.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several callers who do the same thing over and over at once: how many a second, and how long the slowest waited. */
final class Crowd {
    /** One caller's next deed; false when there is nothing left for them. */
    interface Deed {
        boolean next() throws Exception;
    }

    private Crowd() {}

    static Timing of(List<Deed> callers) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(callers.size())) {
            var running = new ArrayList<Future<List<Long>>>();
            for (var caller : callers) {
                Callable<List<Long>> life = () -> {
                    start.await();
                    var took = new ArrayList<Long>();
                    for (long begun = System.nanoTime(); caller.next(); begun = System.nanoTime())
                        took.add(System.nanoTime() - begun);
                    return took;
                };
                running.add(threads.submit(life));
            }
            var before = Effort.soFar();
            long begun = System.nanoTime();
            start.countDown();
            var all = new ArrayList<Long>();
            for (var each : running) all.addAll(each.get());
            return Timing.of(all, System.nanoTime() - begun, Effort.soFar().since(before));
        }
    }

    /** Deeds a second, the 95th percentile of one deed in milliseconds, and microseconds of processor per deed. */
    record Timing(int deeds, double perSecond, double p95, double rungMicros, double serverMicros) {
        static Timing of(List<Long> nanos, long elapsed, Effort effort) {
            var sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
            int deeds = Math.max(1, sorted.length);
            double p95 = sorted.length == 0 ? 0 : sorted[(int) Math.min(deeds - 1L, deeds * 95L / 100)] / 1e6;
            return new Timing(
                    sorted.length,
                    sorted.length * 1e9 / elapsed,
                    p95,
                    effort.rungNanos() / 1e3 / deeds,
                    effort.serverNanos() / 1e3 / deeds);
        }

        static Timing median(List<Timing> several) {
            var sorted = several.toArray(Timing[]::new);
            Arrays.sort(sorted, java.util.Comparator.comparingDouble(Timing::perSecond));
            return sorted[sorted.length / 2];
        }

        void print(String name, Timing baseline) {
            System.out.printf(
                    "  %-46s %,9.0f /s  p95 %7.2f ms %6.2f x  processor %,6.0f us here + %,6.0f us server  (%s)%n",
                    name, perSecond, p95, perSecond / baseline.perSecond, rungMicros, serverMicros, Effort.load());
        }
    }
}
