package org.rung.events;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rung.accounts.AuditLog;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Things to come to. Who runs campaigns makes and changes them; who sees people sees them all. What everyone may know of a
 * published one is asked without an actor, by its short address.
 */
@Service
public class Events {
    private final EventStore store;
    private final ShiftStore shifts;
    private final AuditLog audit;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Events(EventStore store, ShiftStore shifts, AuditLog audit, ApplicationEventPublisher announce, Clock clock) {
        this.store = store;
        this.shifts = shifts;
        this.audit = audit;
        this.announce = announce;
        this.clock = clock;
    }

    /** A draft, which nobody else sees. */
    @Transactional
    public EventId make(Actor actor, EventDraft draft) {
        actor.must(Permission.RUN_CAMPAIGNS);
        draft.under().ifPresent(umbrella -> mustBeUmbrella(actor, umbrella));
        var id = new EventId(Id.next());
        var first = draft.shifts().stream()
                .map(one -> new Shift(
                        new ShiftId(Id.next()), id, one.name(), one.startsAt(), one.endsAt(), one.capacity(), false))
                .toList();
        store.insert(actor, id, draft, EventStore.Span.of(first), now());
        shifts.add(actor.organization(), first);
        audit.add(actor, "event.made", "event", Optional.of(id.value()), draft.title());
        announce.publishEvent(new EventChanged(actor.organization(), id, false));
        return id;
    }

    private void mustBeUmbrella(Actor actor, EventId umbrella) {
        if (!get(actor, umbrella).umbrella()) throw new Problem.Invalid("umbrella", "problem.umbrella-none");
    }

    /**
     * Another time or place, after it was published, is told to everyone who comes; a shift that is left out is called off,
     * or was never there where nobody has seen the event yet.
     *
     * @param seen the {@link Event#sequence()} that whoever changes it has seen
     * @throws Problem.Conflict when somebody else changed it meanwhile, it is over or called off, or the word is another's
     */
    @Transactional
    public void change(Actor actor, EventId eventId, EventDraft draft, int seen) {
        actor.must(Permission.RUN_CAMPAIGNS);
        OrganizationId here = actor.organization();
        store.lock(here, eventId);
        Event event = get(actor, eventId);
        if (event.sequence() != seen) throw new Problem.Conflict("problem.event-changed");
        if (event.state() == EventState.CANCELLED || event.state() == EventState.OVER) {
            throw new Problem.Conflict("problem.event-closed");
        }
        if (event.state() == EventState.PUBLISHED)
            mustHaveShifts(draft.umbrella(), draft.shifts().size());
        var changes = ShiftChanges.of(event, draft.shifts());
        boolean published = event.state() == EventState.PUBLISHED;
        boolean moved = published && (changes.moved() || !draft.venue().equals(venueForGuests(event, draft)));
        Instant now = now();
        shifts.add(here, changes.added());
        changes.changed().forEach(shift -> shifts.change(here, shift));
        if (published) shifts.callOff(here, changes.goneIds(), now);
        else shifts.delete(here, changes.goneIds());
        if (!store.change(here, eventId, draft, EventStore.Span.of(changes.after()), moved, now)) throw taken(draft);
        audit.add(actor, "event.changed", "event", Optional.of(eventId.value()), draft.title());
        announce.publishEvent(new EventChanged(here, eventId, moved));
    }

    /** What is said of access is no move, nor is which town it has always been in. */
    private static Venue venueForGuests(Event event, EventDraft draft) {
        var before = event.venue();
        return new Venue(
                before.name(),
                before.address(),
                draft.venue().locality(),
                draft.venue().hidden(),
                draft.venue().access(),
                before.online());
    }

    private static Problem.Conflict taken(EventDraft draft) {
        return new Problem.Conflict(
                "problem.keyword-another", draft.keyword().map(Keyword::text).orElse(""));
    }

    /**
     * Everyone may see it and sign up.
     *
     * @throws Problem.Invalid without a shift
     * @throws Problem.Conflict when it is no draft any more, or its word starts another open event
     */
    @Transactional
    public void publish(Actor actor, EventId eventId) {
        actor.must(Permission.RUN_CAMPAIGNS);
        Event event = get(actor, eventId);
        mustHaveShifts(event.umbrella(), (int)
                event.shifts().stream().filter(one -> !one.cancelled()).count());
        turn(actor, event, EventState.DRAFT, EventState.PUBLISHED);
        audit.add(actor, "event.published", "event", Optional.of(eventId.value()), event.title());
        announce.publishEvent(new EventChanged(actor.organization(), eventId, false));
    }

    private static void mustHaveShifts(boolean umbrella, int many) {
        if (many == 0 && !umbrella) throw new Problem.Invalid("shifts", "problem.shifts-none");
    }

    /** Called off for good: whoever comes is told. A draft is only thrown away. */
    @Transactional
    public void cancel(Actor actor, EventId eventId) {
        actor.must(Permission.RUN_CAMPAIGNS);
        Event event = get(actor, eventId);
        if (event.state() == EventState.CANCELLED) return;
        turn(actor, event, event.state(), EventState.CANCELLED);
        audit.add(actor, "event.cancelled", "event", Optional.of(eventId.value()), event.title());
        announce.publishEvent(new EventChanged(actor.organization(), eventId, event.state() == EventState.PUBLISHED));
    }

    private void turn(Actor actor, Event event, EventState from, EventState to) {
        if (event.state() == EventState.OVER) throw new Problem.Conflict("problem.event-closed");
        boolean turned = store.turn(actor.organization(), event.eventId(), from, to, now())
                .orElseThrow(() -> new Problem.Conflict(
                        "problem.keyword-another",
                        event.keyword().map(Keyword::text).orElse("")));
        if (!turned) throw new Problem.Conflict("problem.event-changed");
    }

    @Transactional(readOnly = true)
    public Event get(Actor actor, EventId eventId) {
        actor.must(Permission.SEE_PEOPLE);
        return find(actor.organization(), eventId).orElseThrow(() -> new Problem.Missing("event", eventId));
    }

    /** Without roles: for rooms that have checked what the actor may see. */
    @Transactional(readOnly = true)
    public Optional<Event> find(OrganizationId here, EventId eventId) {
        return Optional.ofNullable(all(here, List.of(eventId)).get(eventId));
    }

    /** As {@link #find} for many; two queries. */
    @Transactional(readOnly = true)
    public Map<EventId, Event> all(OrganizationId here, Collection<EventId> which) {
        if (which.isEmpty()) return Map.of();
        var theirs = shifts.of(here, which);
        Map<EventId, Event> found = new HashMap<>();
        store.all(here, which)
                .forEach(one -> found.put(one.eventId(), one.with(theirs.getOrDefault(one.eventId(), List.of()))));
        return found;
    }

    /** By its address, for anybody; drafts are nobody's to see. */
    @Transactional(readOnly = true)
    public Optional<Event> byCode(String code) {
        return store.byCode(code)
                .flatMap(where -> find(where.organizationId(), where.eventId()))
                .filter(event -> event.state() != EventState.DRAFT);
    }

    /** Open events that are started by one of these words, in capitals. */
    @Transactional(readOnly = true)
    public Map<String, EventId> byKeyword(OrganizationId here, Collection<String> words) {
        return words.isEmpty() ? Map.of() : store.byKeyword(here, words);
    }

    /** Those whose door shows that pin and that have not ended by then. */
    @Transactional(readOnly = true)
    public List<EventId> byPin(OrganizationId here, String pin, Instant around) {
        return store.byPin(here, pin, around);
    }

    /** Whoever takes or frees a place of that shift waits for each other until their transactions end. */
    @Transactional
    public Shift lock(OrganizationId here, ShiftId shiftId) {
        return shifts.lock(here, shiftId).orElseThrow(() -> new Problem.Missing("shift", shiftId));
    }

    @Transactional(readOnly = true)
    public Optional<Shift> shift(OrganizationId here, ShiftId shiftId) {
        return shifts.find(here, shiftId);
    }

    @Transactional(readOnly = true)
    public Page<EventRow> page(Actor actor, EventFilter filter, Page.Wanted wanted) {
        actor.must(Permission.SEE_PEOPLE);
        return page(actor.organization(), filter, wanted);
    }

    /** What is published under an umbrella, for everyone. */
    @Transactional(readOnly = true)
    public Page<EventRow> heldUnder(OrganizationId here, EventId umbrella, Page.Wanted wanted) {
        return page(here, EventFilter.heldUnder(umbrella), wanted);
    }

    private Page<EventRow> page(OrganizationId here, EventFilter filter, Page.Wanted wanted) {
        var after = wanted.after()
                .map(text -> store.row(here, new EventId(Id.parse("after", text)))
                        .orElseThrow(() -> new Problem.Invalid("after", "problem.not-a-page")));
        var found = store.page(here, filter, now(), after, wanted.size() + 1);
        boolean more = found.size() > wanted.size();
        var shown = more ? found.subList(0, wanted.size()) : found;
        return new Page<>(shown, more ? Optional.of(shown.getLast().eventId().text()) : Optional.empty());
    }

    /** Ends what has ended, a batch in every organization; false when there is none left. */
    @Transactional
    boolean end(int batch) {
        var ended = store.ended(now(), batch);
        ended.forEach(one -> {
            store.turn(one.organizationId(), one.eventId(), EventState.PUBLISHED, EventState.OVER, now());
            announce.publishEvent(new EventChanged(one.organizationId(), one.eventId(), false));
        });
        return ended.size() == batch;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
