package org.rung.rsvps;

import java.util.Optional;
import java.util.Set;
import org.rung.events.ShiftId;

/** Whom of an event's list: of one shift, in some states (none means all), whose name has these words in it. */
public record RsvpFilter(Optional<ShiftId> shift, Set<RsvpState> states, String words) {
    public static final RsvpFilter ALL = new RsvpFilter(Optional.empty(), Set.of(), "");
    private static final int LONGEST = 80;

    public RsvpFilter {
        states = Set.copyOf(states);
        words = words.strip();
        if (words.length() > LONGEST) words = words.substring(0, LONGEST);
    }

    public static RsvpFilter of(RsvpState... states) {
        return new RsvpFilter(Optional.empty(), Set.of(states), "");
    }
}
