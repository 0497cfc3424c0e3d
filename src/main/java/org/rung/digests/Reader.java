package org.rung.digests;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.rung.common.Actor;

/** Somebody who asked for it. */
record Reader(
        Actor.Member actor,
        String email,
        Locale language,
        String organization,
        ZoneId zone,
        Optional<LocalDate> sentFor) {
    @Override
    public String toString() {
        return "Reader[" + actor.memberId() + "]";
    }
}
