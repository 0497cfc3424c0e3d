package org.rung.events;

import java.time.Instant;
import java.util.Optional;

/**
 * When one can come.
 *
 * @param name may be empty where there is only one
 * @param capacity without one, as many as like
 */
public record Shift(
        ShiftId shiftId,
        EventId eventId,
        String name,
        Instant startsAt,
        Instant endsAt,
        Optional<Integer> capacity,
        boolean cancelled) {

    /** Whether somebody can still say that they come. */
    public boolean open(Instant now) {
        return !cancelled && endsAt.isAfter(now);
    }
}
