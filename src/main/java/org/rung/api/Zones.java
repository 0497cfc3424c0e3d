package org.rung.api;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.rung.common.Problem;

/** Reads the names of time zones. */
final class Zones {
    private Zones() {}

    static ZoneId read(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException unknown) {
            throw new Problem.Invalid("zone", "problem.zone");
        }
    }
}
