package org.rung.alerts;

import java.time.LocalTime;
import org.rung.common.Problem;

/** From when until when, each day, a member does not want to hear of anything; over midnight where until is earlier. */
public record QuietTimes(LocalTime from, LocalTime until) {
    public QuietTimes {
        if (from.equals(until)) {
            throw new Problem.Invalid("quietUntil", "problem.alerts-quiet");
        }
    }

    boolean holds(LocalTime now) {
        return from.isBefore(until)
                ? !now.isBefore(from) && now.isBefore(until)
                : !now.isBefore(from) || now.isBefore(until);
    }
}
