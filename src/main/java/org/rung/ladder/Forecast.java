package org.rung.ladder;

import org.rung.people.SupporterId;

/**
 * Someone whom another shape of a ladder would move.
 *
 * @param stands where they stand today, as it is counted today
 * @param from the same as the other shape counts it
 * @param reason why they would stand there
 */
public record Forecast(SupporterId supporterId, int stands, int from, int to, Reason reason) {
    public boolean rises() {
        return to > from;
    }
}
