package org.rung.rsvps;

import java.util.Map;

/** How many said what about one shift, or about a whole event. */
public record ShiftCount(Map<RsvpState, Integer> byState) {
    public static final ShiftCount NONE = new ShiftCount(Map.of());

    public int of(RsvpState state) {
        return byState.getOrDefault(state, 0);
    }

    public int signedUp() {
        return RsvpState.SIGNED_UP.stream().mapToInt(this::of).sum();
    }

    /** How many have a place, or had one. */
    public int seated() {
        return of(RsvpState.COMING) + of(RsvpState.ATTENDED);
    }
}
