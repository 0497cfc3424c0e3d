package org.rung.rsvps;

import java.time.Clock;
import java.util.List;
import org.rung.accounts.Organizations;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.events.Event;
import org.rung.events.EventId;
import org.rung.events.Events;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is held under an umbrella, for its page and for whoever organizes it. */
@Service
public class Gatherings {
    /** More than a day of house meetings in a whole country has had. */
    private static final int MOST = 10_000;

    private final GatheringStore store;
    private final RsvpStore rsvps;
    private final Events events;
    private final Organizations organizations;
    private final Clock clock;

    Gatherings(GatheringStore store, RsvpStore rsvps, Events events, Organizations organizations, Clock clock) {
        this.store = store;
        this.rsvps = rsvps;
        this.events = events;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** @throws Problem.Missing for an event of another organization */
    @Transactional(readOnly = true)
    public Gathered under(Actor actor, EventId umbrella) {
        actor.must(Permission.SEE_PEOPLE);
        return under(events.get(actor, umbrella));
    }

    /** For everyone who may open the umbrella's page; nothing of an address is in it. */
    @Transactional(readOnly = true)
    public Gathered under(Event umbrella) {
        var here = umbrella.organizationId();
        String country = organizations.get(here).country();
        var now = clock.instant();
        int own = umbrella.shifts().isEmpty()
                ? 0
                : rsvps.countByEvent(here, List.of(umbrella.eventId()))
                        .getOrDefault(umbrella.eventId(), ShiftCount.NONE)
                        .signedUp();
        return new Gathered(umbrella, country, store.under(here, country, umbrella.eventId(), now, MOST), own, now);
    }
}
