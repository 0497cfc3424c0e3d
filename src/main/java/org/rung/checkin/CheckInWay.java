package org.rung.checkin;

/** How somebody was seen: tapped in the host's list, by their own code, as a walk-in, by texting the door's number, by the code at the door, or told by another program. */
public enum CheckInWay {
    LIST,
    PASS,
    WALK_IN,
    WORD,
    HERE,
    API
}
