package org.rung.rsvps;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rung.commitments.CommitmentId;
import org.rung.commitments.CommitmentState;
import org.rung.commitments.Commitments;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.events.Event;
import org.rung.events.EventId;
import org.rung.events.Events;
import org.rung.events.Shift;
import org.rung.events.ShiftId;
import org.rung.events.ShortCode;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who comes. Whoever says that they do has a place while there is one, else they wait in the order in which they said so;
 * a place makes a promise to come, which is no evidence of anything yet.
 */
@Service
public class Rsvps {
    private final RsvpStore store;
    private final Seats seats;
    private final Events events;
    private final Commitments commitments;
    private final Supporters supporters;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Rsvps(
            RsvpStore store,
            Seats seats,
            Events events,
            Commitments commitments,
            Supporters supporters,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.seats = seats;
        this.events = events;
        this.commitments = commitments;
        this.supporters = supporters;
        this.announce = announce;
        this.clock = clock;
    }

    /**
     * Needs TEXT (the caller has checked that the texter holds this person) or RECORD_ACTIONS. The same again changes
     * nothing, and nothing that is said changes that somebody was there.
     *
     * @return COMING or WAITING for whoever wants to come
     * @throws Problem.Missing when there is no such shift or supporter here
     * @throws Problem.Conflict when nobody can sign up for it any more, or not yet
     */
    @Transactional
    public Rsvp say(Actor actor, RsvpDraft draft) {
        if (!actor.may(Permission.TEXT)) actor.must(Permission.RECORD_ACTIONS);
        OrganizationId here = actor.organization();
        Shift shift = events.lock(here, draft.shiftId());
        Event event =
                events.find(here, shift.eventId()).orElseThrow(() -> new Problem.Missing("event", shift.eventId()));
        Instant now = now();
        if (draft.wish() != RsvpState.CANNOT && !event.open(now).contains(shift)) {
            throw new Problem.Conflict("problem.event-not-open");
        }
        supporters.mustBeOurs(here, draft.supporterId());
        // Whoever waits is served first; it may be them.
        if (draft.wish() == RsvpState.COMING) seats.fill(event, shift);
        Optional<Rsvp> before = store.of(shift.shiftId(), draft.supporterId());
        if (before.filter(one -> settled(one, draft)).isPresent()) return before.get();
        Rsvp said = said(event, shift, draft, before, now);
        if (before.filter(said::equals).isPresent()) return said;
        Optional<Instant> waiting = said.state() == RsvpState.WAITING ? Optional.of(said.saidAt()) : Optional.empty();
        if (before.isEmpty()) store.add(said, waiting);
        else store.say(said, waiting);
        boolean freed =
                before.filter(one -> one.state() == RsvpState.COMING).isPresent() && said.state() != RsvpState.COMING;
        if (freed) {
            before.ifPresent(seats::release);
            seats.fill(event, shift);
        }
        announce.publishEvent(new RsvpMoved(here, event.eventId(), List.of(said.rsvpId())));
        return said;
    }

    /** Whoever stands at the door is on the list, whatever its places: their row as it is, or a new one. */
    @Transactional
    public Rsvp walkIn(Event event, RsvpDraft draft) {
        events.lock(event.organizationId(), draft.shiftId());
        Optional<Rsvp> before = store.of(draft.shiftId(), draft.supporterId());
        if (before.isPresent()) return before.get();
        var there = new Rsvp(
                new RsvpId(Id.next()),
                event.organizationId(),
                event.eventId(),
                draft.shiftId(),
                draft.supporterId(),
                RsvpState.MAYBE,
                draft.source(),
                draft.phone(),
                draft.texts(),
                ShortCode.token(),
                Optional.empty(),
                Optional.empty(),
                0,
                now(),
                Optional.empty(),
                Optional.empty());
        store.add(there, Optional.empty());
        return there;
    }

    /** Whoever was there was there, and whoever was missed does not take it back afterwards. */
    private static boolean settled(Rsvp before, RsvpDraft draft) {
        return before.state() == RsvpState.ATTENDED
                || (before.state() == RsvpState.NO_SHOW && draft.wish() == RsvpState.CANNOT);
    }

    /** As it is after they have said so; with a promise where they have a place that they did not have. */
    private Rsvp said(Event event, Shift shift, RsvpDraft draft, Optional<Rsvp> before, Instant now) {
        Optional<RsvpState> was = before.map(Rsvp::state);
        RsvpState state = draft.wish() == RsvpState.COMING
                        && was.filter(RsvpState.COMING::equals).isEmpty()
                ? seats.free(shift) ? RsvpState.COMING : RsvpState.WAITING
                : draft.wish();
        boolean same = was.filter(state::equals).isPresent();
        Optional<CommitmentId> promise = state != RsvpState.COMING
                ? Optional.empty()
                : same
                        ? before.flatMap(Rsvp::commitment)
                        : Optional.of(seats.promise(
                                event, shift, draft.supporterId(), draft.credited(), draft.asked(), draft.cause()));
        return new Rsvp(
                before.map(Rsvp::rsvpId).orElseGet(() -> new RsvpId(Id.next())),
                event.organizationId(),
                event.eventId(),
                shift.shiftId(),
                draft.supporterId(),
                state,
                before.map(Rsvp::source).orElse(draft.source()),
                draft.phone().or(() -> before.flatMap(Rsvp::phone)),
                draft.texts() || before.filter(Rsvp::texts).isPresent(),
                before.map(Rsvp::token).orElseGet(ShortCode::token),
                promise,
                before.flatMap(Rsvp::attended),
                before.map(Rsvp::checkIns).orElse(0),
                same ? before.get().saidAt() : now,
                before.flatMap(Rsvp::promotedAt),
                before.flatMap(Rsvp::checkedInAt));
    }

    /** They say once more that they come: the promise is confirmed. Nothing happens to whoever has no place. */
    @Transactional
    public void confirm(Rsvp rsvp) {
        if (rsvp.state() != RsvpState.COMING) return;
        var script = new Actor.System(rsvp.organizationId());
        rsvp.commitment()
                .filter(id -> commitments.get(script, id).state() == CommitmentState.PROMISED)
                .ifPresent(id -> commitments.settle(script, id, CommitmentState.CONFIRMED));
    }

    /** Whether they said so once more. */
    @Transactional(readOnly = true)
    public boolean confirmed(Rsvp rsvp) {
        return rsvp.commitment()
                .map(id -> commitments
                        .get(new Actor.System(rsvp.organizationId()), id)
                        .state())
                .filter(state -> state == CommitmentState.CONFIRMED || state == CommitmentState.KEPT)
                .isPresent();
    }

    /** Whose page it is; anybody may ask, since nobody guesses a token. */
    @Transactional(readOnly = true)
    public Optional<Rsvp> byToken(String token) {
        return store.byToken(token);
    }

    /** @throws Problem.Missing when it is not of this organization */
    @Transactional(readOnly = true)
    public Rsvp get(Actor actor, RsvpId rsvpId) {
        actor.must(Permission.SEE_PEOPLE);
        return find(actor.organization(), rsvpId).orElseThrow(() -> new Problem.Missing("rsvp", rsvpId));
    }

    /** Without roles: for rooms that have checked what the actor may see. */
    @Transactional(readOnly = true)
    public Optional<Rsvp> find(OrganizationId here, RsvpId rsvpId) {
        return store.find(here, rsvpId);
    }

    /** Without roles: what one person said about one shift. */
    @Transactional(readOnly = true)
    public Optional<Rsvp> of(OrganizationId here, ShiftId shiftId, SupporterId supporterId) {
        return store.of(shiftId, supporterId).filter(one -> one.organizationId().equals(here));
    }

    /** What one person said before then, the latest first. */
    @Transactional(readOnly = true)
    public List<Rsvp> of(OrganizationId here, SupporterId supporterId, Instant before, int most) {
        return store.of(here, supporterId, before, most);
    }

    @Transactional(readOnly = true)
    public Page<RsvpRow> page(Actor actor, EventId eventId, RsvpFilter filter, Page.Wanted wanted) {
        actor.must(Permission.SEE_PEOPLE);
        return page(actor.organization(), eventId, filter, wanted);
    }

    /** By name, for whoever stands at the door of that event. */
    @Transactional(readOnly = true)
    public Page<RsvpRow> page(OrganizationId here, EventId eventId, RsvpFilter filter, Page.Wanted wanted) {
        var after = wanted.after()
                .map(text -> store.row(here, new RsvpId(Id.parse("after", text)))
                        .orElseThrow(() -> new Problem.Invalid("after", "problem.not-a-page")));
        var found = store.page(here, eventId, filter, after, wanted.size() + 1);
        boolean more = found.size() > wanted.size();
        var shown = more ? found.subList(0, wanted.size()) : found;
        return new Page<>(
                shown, more ? Optional.of(shown.getLast().rsvp().rsvpId().text()) : Optional.empty());
    }

    /** How many said what; shifts about which nobody said anything are absent. */
    @Transactional(readOnly = true)
    public Map<ShiftId, ShiftCount> counts(OrganizationId here, Collection<ShiftId> shifts) {
        return shifts.isEmpty() ? Map.of() : store.countByShift(here, shifts);
    }

    @Transactional(readOnly = true)
    public Map<EventId, ShiftCount> countsOf(OrganizationId here, Collection<EventId> which) {
        return which.isEmpty() ? Map.of() : store.countByEvent(here, which);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
