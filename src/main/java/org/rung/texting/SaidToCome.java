package org.rung.texting;

import org.rung.events.ShiftId;
import org.rung.rsvps.RsvpState;

/**
 * What an answer said about coming.
 *
 * @param before what they had said: it is said again when the answer is taken back
 */
record SaidToCome(ShiftId shiftId, RsvpState before) {
    String text() {
        return shiftId.value() + " " + before;
    }

    static SaidToCome of(String line) {
        String[] parts = line.split(" ");
        return new SaidToCome(new ShiftId(Long.parseLong(parts[0])), RsvpState.valueOf(parts[1]));
    }
}
