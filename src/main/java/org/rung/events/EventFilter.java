package org.rung.events;

import java.util.Optional;

/**
 * Which events.
 *
 * @param past those that have ended, the latest first; else those to come, the next first
 * @param under held under that one
 * @param openOnly published ones alone
 */
public record EventFilter(boolean past, Optional<EventId> under, boolean openOnly) {
    public static final EventFilter UPCOMING = new EventFilter(false, Optional.empty(), false);
    public static final EventFilter PAST = new EventFilter(true, Optional.empty(), false);

    public static EventFilter heldUnder(EventId umbrella) {
        return new EventFilter(false, Optional.of(umbrella), true);
    }
}
