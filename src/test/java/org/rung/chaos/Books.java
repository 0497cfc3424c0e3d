package org.rung.chaos;

import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** What was promised to whom, written down by those who called. */
final class Books {
    /** A text that the API took: answered with 202. */
    record Accepted(String message, String conversation, String phone, String body) {}

    /** A text that came in and was acknowledged with 2xx, first at that time. */
    record Stored(String sid, String phone, String body, Instant acknowledged) {}

    final Map<String, Accepted> accepted = new ConcurrentHashMap<>();
    final Map<String, Stored> stored = new ConcurrentHashMap<>();
    /** By number: when its STOP was acknowledged. */
    final Map<String, Instant> stopped = new ConcurrentHashMap<>();
    /** Numbers whose STOP was on its way at least: they may be refused from then on. */
    final Set<String> stopping = ConcurrentHashMap.newKeySet();
    /** Numbers that texted, or are about to: a first text that waits for them is taken back. */
    final Set<String> heard = ConcurrentHashMap.newKeySet();
    /** What must not be and was seen on the way. */
    final Queue<String> oddities = new ConcurrentLinkedQueue<>();

    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();

    void count(String what) {
        counts.computeIfAbsent(what, first -> new AtomicInteger()).incrementAndGet();
    }

    Map<String, Integer> counts() {
        return counts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, count -> count.getValue().get(), (one, two) -> one, TreeMap::new));
    }
}
