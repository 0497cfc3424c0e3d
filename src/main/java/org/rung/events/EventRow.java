package org.rung.events;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** An event in a list; without shifts it has no time yet. */
public record EventRow(
        EventId eventId,
        String title,
        EventState state,
        ZoneId zone,
        String placeName,
        boolean umbrella,
        Optional<EventId> under,
        Optional<Instant> startsAt,
        Optional<Instant> endsAt) {}
