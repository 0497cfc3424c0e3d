package org.rung.rsvps;

import java.util.Set;

/** What somebody said about coming, and what became of it. */
public enum RsvpState {
    COMING,
    MAYBE,
    /** There was no place; whoever waits longest gets the next that is free. */
    WAITING,
    CANNOT,
    ATTENDED,
    NO_SHOW;

    /** Has one of the places. */
    public static final Set<RsvpState> SEATED = Set.of(COMING, ATTENDED);

    /** Said that they come, and has not taken it back; whoever was missed had said so too. */
    public static final Set<RsvpState> SIGNED_UP = Set.of(COMING, WAITING, ATTENDED, NO_SHOW);

    public boolean open() {
        return this == COMING || this == MAYBE || this == WAITING;
    }

    /** May know where it is, and how to join from afar. */
    public boolean accepted() {
        return this == COMING || this == ATTENDED;
    }
}
