package org.rung.events;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.rung.common.Problem;

/**
 * A shift as somebody wants it.
 *
 * @param shiftId of one that is there; without it a new one
 * @param name at most 80 characters, may be empty
 * @param capacity 1 to 100,000 people; without one, as many as like
 */
public record ShiftDraft(
        Optional<ShiftId> shiftId, String name, Instant startsAt, Instant endsAt, Optional<Integer> capacity) {
    public static final int LONGEST_NAME = 80;
    public static final int LARGEST = 100_000;
    private static final Duration LONGEST = Duration.ofDays(14);

    public ShiftDraft {
        name = name.strip();
        if (name.length() > LONGEST_NAME) throw new Problem.Invalid("shift", "problem.too-long", LONGEST_NAME);
        if (!endsAt.isAfter(startsAt)) throw new Problem.Invalid("endsAt", "problem.shift-ends");
        if (Duration.between(startsAt, endsAt).compareTo(LONGEST) > 0) {
            throw new Problem.Invalid("endsAt", "problem.shift-long", LONGEST.toDays());
        }
        capacity.filter(many -> many < 1 || many > LARGEST).ifPresent(wrong -> {
            throw new Problem.Invalid("capacity", "problem.from-to", 1, LARGEST);
        });
    }
}
