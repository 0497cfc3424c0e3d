package org.rung.nudges;

import java.time.Instant;
import java.util.Optional;
import org.rung.common.OrganizationId;
import org.rung.rsvps.RsvpId;

/**
 * A text that is due.
 *
 * @param round which time it is: what was said, moved or promoted anew is another one
 */
record Nudge(OrganizationId organizationId, RsvpId rsvpId, NudgeKind kind, long round) {
    static Nudge of(OrganizationId here, RsvpId rsvpId, NudgeKind kind, Optional<Instant> since) {
        return new Nudge(here, rsvpId, kind, since.map(Instant::toEpochMilli).orElse(0L));
    }

    String onceKey() {
        return "event:" + rsvpId.value() + ":" + kind + ":" + round;
    }
}
