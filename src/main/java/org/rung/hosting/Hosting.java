package org.rung.hosting;

import java.time.Instant;
import java.util.Optional;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.events.EventId;
import org.rung.events.Venue;
import org.rung.people.SupporterId;

/**
 * Somebody who is asked, or wants, to hold one under an umbrella.
 *
 * @param token of the page on which they apply, where they were asked
 * @param coach the member who helps them
 * @param held what they hold, once it is approved
 */
public record Hosting(
        HostingId hostingId,
        OrganizationId organizationId,
        EventId umbrella,
        SupporterId supporterId,
        HostingState state,
        String token,
        Venue venue,
        String words,
        Optional<Integer> capacity,
        Optional<Instant> startsAt,
        Optional<Instant> endsAt,
        Optional<MemberId> coach,
        Optional<EventId> held) {}
