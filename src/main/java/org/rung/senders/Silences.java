package org.rung.senders;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What one account answered this server lately: its last hundred texts, and no more than a minute of them. */
final class Silences {
    /** So many answers in a row that never came. */
    static final int IN_A_ROW = 20;
    /** Or half of at least so many; while it only just answers again, of few. */
    static final int ENOUGH = 20;

    private static final int ENOUGH_IN_RAMP = 3;
    /** Counted, too, so that an hour of good answers does not hide a minute of bad ones. */
    private static final int MOST = 100;

    private static final Duration LATELY = Duration.ofMinutes(1);

    private record Heard(Instant at, boolean silent) {}

    private final Deque<Heard> lately = new ArrayDeque<>();
    private int inARow;

    synchronized void heard(boolean silent, Instant now) {
        inARow = silent ? inARow + 1 : 0;
        lately.addLast(new Heard(now, silent));
        if (lately.size() > MOST) {
            lately.removeFirst();
        }
    }

    /** Whether nothing more should be handed over; what was heard before a ramp says nothing about it. */
    synchronized boolean enough(Optional<Instant> rampFrom, Instant now) {
        drop(rampFrom, now);
        long silent = lately.stream().filter(Heard::silent).count();
        boolean half = silent * 2 >= lately.size();
        return inARow >= IN_A_ROW
                || half && (rampFrom.isPresent() ? silent >= ENOUGH_IN_RAMP : lately.size() >= ENOUGH);
    }

    /** Whether any text of it had an outcome within the last minute. */
    synchronized boolean traffic(Instant now) {
        drop(Optional.empty(), now);
        return !lately.isEmpty();
    }

    synchronized void forget() {
        lately.clear();
        inARow = 0;
    }

    static boolean lately(Instant at, Instant now) {
        return Duration.between(at, now).abs().compareTo(LATELY) <= 0;
    }

    private void drop(Optional<Instant> from, Instant now) {
        int before = lately.size();
        // A clock that was set back must not keep anything for good.
        lately.removeIf(heard ->
                !lately(heard.at(), now) || from.filter(heard.at()::isBefore).isPresent());
        if (from.isPresent() && lately.size() < before) {
            inARow = Math.min(inARow, lately.size());
        }
    }
}
