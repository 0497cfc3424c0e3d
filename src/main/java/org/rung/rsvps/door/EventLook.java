package org.rung.rsvps.door;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rung.accounts.Organization;
import org.rung.events.Event;
import org.rung.events.Shift;
import org.rung.events.ShiftId;
import org.rung.rsvps.ShiftCount;

/**
 * All that an event's page shows to somebody whom it does not know.
 *
 * @param held of an umbrella alone
 */
record EventLook(
        Event event, Organization organization, Map<ShiftId, ShiftCount> counts, Optional<HeldLook> held, Instant now) {

    List<Shift> open() {
        return event.open(now);
    }

    boolean full(Shift shift) {
        return shift.capacity()
                .filter(most ->
                        counts.getOrDefault(shift.shiftId(), ShiftCount.NONE).seated() >= most)
                .isPresent();
    }
}
