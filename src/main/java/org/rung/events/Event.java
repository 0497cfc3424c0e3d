package org.rung.events;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.rung.common.OrganizationId;

/**
 * Something to come to.
 *
 * @param code its short address, for everyone
 * @param doorPin what is shown at the door alone: whoever texts or types it is there
 * @param shifts by their start, called off ones too
 * @param sequence how often it changed: calendars take the highest
 * @param movedAt when its time or place last changed after it was published
 */
public record Event(
        EventId eventId,
        OrganizationId organizationId,
        String code,
        EventState state,
        String title,
        String about,
        ZoneId zone,
        Venue venue,
        Optional<Keyword> keyword,
        String doorPin,
        boolean umbrella,
        Optional<EventId> under,
        String kit,
        int sequence,
        Optional<Instant> movedAt,
        List<Shift> shifts) {

    Event with(List<Shift> others) {
        return new Event(
                eventId,
                organizationId,
                code,
                state,
                title,
                about,
                zone,
                venue,
                keyword,
                doorPin,
                umbrella,
                under,
                kit,
                sequence,
                movedAt,
                others);
    }

    public Optional<Shift> shift(ShiftId shiftId) {
        return shifts.stream().filter(one -> one.shiftId().equals(shiftId)).findFirst();
    }

    /** Those that one can still sign up for, in their order. */
    public List<Shift> open(Instant now) {
        return state == EventState.PUBLISHED
                ? shifts.stream().filter(one -> one.open(now)).toList()
                : List.of();
    }

    /** To its first shift; empty where it has none. */
    public Optional<Countdown> countdown(Instant now) {
        return startsAt().flatMap(start -> endsAt().map(end -> Countdown.to(start, end, zone, now)));
    }

    /** When the last of what is not called off ends. */
    public Optional<Instant> endsAt() {
        return shifts.stream()
                .filter(one -> !one.cancelled())
                .map(Shift::endsAt)
                .max(Instant::compareTo);
    }

    public Optional<Instant> startsAt() {
        return shifts.stream()
                .filter(one -> !one.cancelled())
                .map(Shift::startsAt)
                .findFirst();
    }
}
