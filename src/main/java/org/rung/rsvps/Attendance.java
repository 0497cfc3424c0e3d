package org.rung.rsvps;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.rung.actions.ActionDraft;
import org.rung.actions.ActionId;
import org.rung.actions.ActionType;
import org.rung.actions.Actions;
import org.rung.actions.Verification;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;
import org.rung.events.Event;
import org.rung.events.EventId;
import org.rung.events.Events;
import org.rung.events.Host;
import org.rung.events.Hosts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who was there. It is evidence: a program or a link at the door saw it, or a member vouches for it; their promise and
 * their standing follow. For rooms above, which know who stands at the door.
 */
@Service
public class Attendance {
    private final RsvpStore store;
    private final Events events;
    private final Hosts hosts;
    private final Actions actions;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Attendance(
            RsvpStore store,
            Events events,
            Hosts hosts,
            Actions actions,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.events = events;
        this.hosts = hosts;
        this.actions = actions;
        this.announce = announce;
        this.clock = clock;
    }

    /**
     * They are there; said again, nothing happens.
     *
     * @param who the member who vouches for it
     * @return whether that was news
     */
    @Transactional
    public boolean arrived(OrganizationId here, RsvpId rsvpId, Instant at, Optional<MemberId> who) {
        Rsvp rsvp = locked(here, rsvpId);
        if (rsvp.state() == RsvpState.ATTENDED) return false;
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant then = at.isAfter(now) ? now : at.truncatedTo(ChronoUnit.MICROS);
        Event event = event(here, rsvp.eventId());
        ActionId action = actions.record(
                new Actor.System(here),
                new ActionDraft(
                        rsvp.supporterId(),
                        ActionType.ATTENDED,
                        1,
                        Optional.empty(),
                        who.isPresent() ? Verification.HUMAN : Verification.SYSTEM,
                        then,
                        who,
                        Optional.of(event.eventId().value()),
                        event.title(),
                        Optional.of("came:" + rsvpId.value() + ":" + (rsvp.checkIns() + 1))));
        store.attended(here, rsvpId, action, then);
        settleHosts(event, now);
        announce.publishEvent(new RsvpMoved(here, rsvp.eventId(), List.of(rsvpId)));
        return true;
    }

    /** That was a slip of the hand: they have their place and were not seen. */
    @Transactional
    public boolean notThere(OrganizationId here, RsvpId rsvpId) {
        Rsvp rsvp = locked(here, rsvpId);
        if (rsvp.state() != RsvpState.ATTENDED) return false;
        rsvp.attended().ifPresent(action -> actions.voidAction(new Actor.System(here), action, "rsvps.void.not-there"));
        store.notThere(here, rsvpId);
        settleHosts(event(here, rsvp.eventId()), clock.instant());
        announce.publishEvent(new RsvpMoved(here, rsvp.eventId(), List.of(rsvpId)));
        return true;
    }

    private Rsvp locked(OrganizationId here, RsvpId rsvpId) {
        Rsvp found = store.find(here, rsvpId).orElseThrow(() -> new Problem.Missing("rsvp", rsvpId));
        events.lock(here, found.shiftId());
        return store.find(here, rsvpId).orElseThrow(() -> new Problem.Missing("rsvp", rsvpId));
    }

    private Event event(OrganizationId here, EventId eventId) {
        return events.find(here, eventId).orElseThrow(() -> new Problem.Missing("event", eventId));
    }

    /**
     * That they hosted, with how many came: recorded once the first shift has ended, and anew when somebody's check-in
     * comes late. Nobody who hosts alone has hosted.
     */
    void settleHosts(Event event, Instant now) {
        Instant ended = event.shifts().stream()
                .filter(shift -> !shift.cancelled())
                .map(shift -> shift.endsAt())
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
        if (ended.isAfter(now)) return;
        OrganizationId here = event.organizationId();
        int came = Optional.ofNullable(
                        store.countByEvent(here, List.of(event.eventId())).get(event.eventId()))
                .orElse(ShiftCount.NONE)
                .of(RsvpState.ATTENDED);
        for (Host host : hosts.of(new Actor.System(here), event.eventId())) {
            if (host.supporter().isEmpty() || host.hostedCount() == came) continue;
            host.hosted()
                    .ifPresent(action -> actions.voidAction(new Actor.System(here), action, "rsvps.void.recounted"));
            if (came == 0) {
                hosts.hosted(here, host.eventHostId(), 0, Optional.empty());
                continue;
            }
            ActionId action = actions.record(
                    new Actor.System(here),
                    new ActionDraft(
                            host.supporter().get(),
                            ActionType.HOSTED,
                            came,
                            Optional.empty(),
                            Verification.SYSTEM,
                            ended,
                            Optional.empty(),
                            Optional.of(event.eventId().value()),
                            event.title(),
                            Optional.of("hosted:" + host.eventHostId().value() + ":" + Id.next())));
            hosts.hosted(here, host.eventHostId(), came, Optional.of(action));
        }
    }
}
