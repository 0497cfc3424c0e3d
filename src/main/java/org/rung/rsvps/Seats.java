package org.rung.rsvps;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.rung.commitments.AskFamily;
import org.rung.commitments.AskId;
import org.rung.commitments.Cause;
import org.rung.commitments.CommitmentDraft;
import org.rung.commitments.CommitmentId;
import org.rung.commitments.Commitments;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.events.Event;
import org.rung.events.Shift;
import org.rung.people.SupporterId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The places of a shift, and the promise that goes with each. Whoever calls has locked the shift. */
@Component
class Seats {
    private static final int MOST_AT_ONCE = 200;

    private final RsvpStore store;
    private final Commitments commitments;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Seats(RsvpStore store, Commitments commitments, ApplicationEventPublisher announce, Clock clock) {
        this.store = store;
        this.commitments = commitments;
        this.announce = announce;
        this.clock = clock;
    }

    boolean free(Shift shift) {
        return shift.capacity()
                .map(most -> store.seated(shift.shiftId()) < most)
                .orElse(true);
    }

    CommitmentId promise(
            Event event,
            Shift shift,
            SupporterId who,
            Optional<MemberId> credited,
            Optional<AskId> asked,
            Optional<Cause> cause) {
        return commitments.promise(
                new Actor.System(event.organizationId()),
                who,
                new CommitmentDraft(
                        AskFamily.COME,
                        event.title(),
                        Optional.of(shift.startsAt()),
                        "",
                        Optional.of("event:" + event.eventId().text()),
                        asked,
                        cause),
                Optional.empty(),
                credited);
    }

    void release(Rsvp rsvp) {
        commitments.release(
                new Actor.System(rsvp.organizationId()),
                rsvp.commitment().map(List::of).orElse(List.of()));
    }

    /** Whoever waits longest gets what is free. */
    void fill(Event event, Shift shift) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (event.open(now).stream().noneMatch(one -> one.shiftId().equals(shift.shiftId()))) return;
        int free = shift.capacity()
                .map(most -> most - store.seated(shift.shiftId()))
                .orElse(MOST_AT_ONCE);
        List<Rsvp> lucky = free > 0 ? store.waiting(shift.shiftId(), Math.min(free, MOST_AT_ONCE)) : List.of();
        for (Rsvp rsvp : lucky) {
            CommitmentId promise =
                    promise(event, shift, rsvp.supporterId(), Optional.empty(), Optional.empty(), Optional.empty());
            store.promote(event.organizationId(), rsvp.rsvpId(), promise, now);
        }
        if (!lucky.isEmpty()) {
            announce.publishEvent(new RsvpMoved(
                    event.organizationId(),
                    event.eventId(),
                    lucky.stream().map(Rsvp::rsvpId).toList()));
        }
    }
}
