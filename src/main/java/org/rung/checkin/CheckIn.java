package org.rung.checkin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import org.rung.accounts.Organizations;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumbers;
import org.rung.common.Problem;
import org.rung.common.Sentence;
import org.rung.events.Event;
import org.rung.events.EventState;
import org.rung.events.Shift;
import org.rung.rsvps.Attendance;
import org.rung.rsvps.Rsvp;
import org.rung.rsvps.RsvpDraft;
import org.rung.rsvps.RsvpSource;
import org.rung.rsvps.RsvpState;
import org.rung.rsvps.Rsvps;
import org.rung.rsvps.SignUp;
import org.rung.rsvps.SignUps;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One thing that is done at a door, in a transaction of its own. */
@Component
class CheckIn {
    /** Doors open before the hour; who came is told from then on. */
    static final Duration EARLY = Duration.ofHours(12);

    /** A phone that comes out of the basement days later still counts. */
    static final Duration LATE = Duration.ofDays(14);

    private final CheckInStore store;
    private final Attendance attendance;
    private final Rsvps rsvps;
    private final SignUps signUps;
    private final Organizations organizations;
    private final Clock clock;

    CheckIn(
            CheckInStore store,
            Attendance attendance,
            Rsvps rsvps,
            SignUps signUps,
            Organizations organizations,
            Clock clock) {
        this.store = store;
        this.attendance = attendance;
        this.rsvps = rsvps;
        this.signUps = signUps;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** @param who the member who vouches for it, where one stands at the door */
    @Transactional
    public CheckInResult take(Event event, CheckInDraft draft, Optional<MemberId> who) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        OrganizationId here = event.organizationId();
        if (event.state() != EventState.PUBLISHED && event.state() != EventState.OVER) {
            throw new Problem.Conflict("problem.door-closed");
        }
        Instant at = draft.at().isAfter(now) ? now : draft.at().truncatedTo(ChronoUnit.MICROS);
        mustBeItsTime(event, at, now);
        var sent = new CheckInDraft(draft.key(), draft.what(), at);
        if (!store.add(
                here, event.eventId(), sent, way(draft), draft.what() instanceof CheckInDraft.NotThere, who, now)) {
            return new CheckInResult(draft.key(), CheckInResult.Outcome.ALREADY, Optional.empty());
        }
        Rsvp rsvp = whom(event, draft, at);
        if (!rsvp.eventId().equals(event.eventId())) throw new Problem.Conflict("problem.pass-elsewhere");
        store.about(here, event.eventId(), draft.key(), rsvp.rsvpId());
        boolean news = draft.what() instanceof CheckInDraft.NotThere
                ? attendance.notThere(here, rsvp.rsvpId())
                : attendance.arrived(here, rsvp.rsvpId(), at, who);
        return news
                ? new CheckInResult(draft.key(), CheckInResult.Outcome.DONE, Optional.empty())
                : new CheckInResult(
                        draft.key(), CheckInResult.Outcome.ALREADY, Optional.of(Sentence.of("checkin.already")));
    }

    private static CheckInWay way(CheckInDraft draft) {
        return switch (draft.what()) {
            case CheckInDraft.Came(var rsvp, var way) -> way;
            case CheckInDraft.NotThere gone -> CheckInWay.LIST;
            case CheckInDraft.Pass pass -> CheckInWay.PASS;
            case CheckInDraft.Known known -> CheckInWay.WORD;
            case CheckInDraft.WalkIn walkIn -> CheckInWay.WALK_IN;
        };
    }

    private Rsvp whom(Event event, CheckInDraft draft, Instant at) {
        return switch (draft.what()) {
            case CheckInDraft.Came(var rsvpId, var way) -> found(rsvps.find(event.organizationId(), rsvpId));
            case CheckInDraft.NotThere(var rsvpId) -> found(rsvps.find(event.organizationId(), rsvpId));
            case CheckInDraft.Pass(var token) ->
                found(rsvps.byToken(token).filter(one -> one.organizationId().equals(event.organizationId())));
            case CheckInDraft.Known(var who, var phone) ->
                rsvps.walkIn(
                        event,
                        new RsvpDraft(
                                now(event, at).shiftId(),
                                who,
                                RsvpState.COMING,
                                RsvpSource.DOOR,
                                Optional.of(phone),
                                true));
            case CheckInDraft.WalkIn(var first, var last, var phone, var agreed) ->
                signUps.walkIn(
                        event,
                        new SignUp(
                                now(event, at).shiftId(),
                                first,
                                last,
                                PhoneNumbers.read(
                                        phone,
                                        organizations
                                                .get(event.organizationId())
                                                .country()),
                                agreed),
                        RsvpSource.DOOR);
        };
    }

    private static Rsvp found(Optional<Rsvp> rsvp) {
        return rsvp.orElseThrow(() -> new Problem.Missing("problem.missing.rsvp"));
    }

    /** The shift that is on then, or the nearest to it. */
    static Shift now(Event event, Instant at) {
        return event.shifts().stream()
                .filter(shift -> !shift.cancelled())
                .min(Comparator.comparing(shift -> away(shift, at)))
                .orElseThrow(() -> new Problem.Conflict("problem.door-closed"));
    }

    private static Duration away(Shift shift, Instant at) {
        if (at.isBefore(shift.startsAt())) return Duration.between(at, shift.startsAt());
        return at.isAfter(shift.endsAt()) ? Duration.between(shift.endsAt(), at) : Duration.ZERO;
    }

    private static void mustBeItsTime(Event event, Instant at, Instant now) {
        Shift shift = now(event, at);
        if (at.isBefore(shift.startsAt().minus(EARLY))) throw new Problem.Conflict("problem.door-early");
        if (now.isAfter(shift.endsAt().plus(LATE))) throw new Problem.Conflict("problem.door-late");
    }
}
