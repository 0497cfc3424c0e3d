package org.rung.hosting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rung.accounts.AuditLog;
import org.rung.accounts.Members;
import org.rung.asks.Askings;
import org.rung.commitments.AskFamily;
import org.rung.commitments.CommitmentDraft;
import org.rung.commitments.Commitments;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.consent.ConsentSource;
import org.rung.consent.Consents;
import org.rung.events.Event;
import org.rung.events.EventDraft;
import org.rung.events.EventId;
import org.rung.events.EventState;
import org.rung.events.Events;
import org.rung.events.Hosts;
import org.rung.people.SupporterDraft;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * "Host one yourself" under an umbrella: whoever came often is asked, anybody may apply, an organizer approves, and with
 * that the event is there with its page, its host and their promise to host it.
 */
@Service
public class Hostings {
    /** Came well: at least so often in half a year. */
    static final int LEAST = 2;

    private static final Duration LATELY = Duration.ofDays(180);

    private final HostingStore store;
    private final Events events;
    private final Hosts hosts;
    private final Members members;
    private final Supporters supporters;
    private final Consents consents;
    private final Commitments commitments;
    private final Askings askings;
    private final AuditLog audit;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Hostings(
            HostingStore store,
            Events events,
            Hosts hosts,
            Members members,
            Supporters supporters,
            Consents consents,
            Commitments commitments,
            Askings askings,
            AuditLog audit,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.events = events;
        this.hosts = hosts;
        this.members = members;
        this.supporters = supporters;
        this.consents = consents;
        this.commitments = commitments;
        this.askings = askings;
        this.audit = audit;
        this.announce = announce;
        this.clock = clock;
    }

    /** Who came at least twice in half a year and was not asked yet; at most so many, who came most first. */
    @Transactional(readOnly = true)
    public List<HostCandidate> candidates(Actor actor, EventId umbrella, int most) {
        actor.must(Permission.SEE_PEOPLE);
        return store.candidates(actor.organization(), umbrella, clock.instant().minus(LATELY), LEAST, most).stream()
                .map(one -> new HostCandidate(one.supporterId(), one.name(), one.came()))
                .toList();
    }

    /**
     * They are asked, each once; what they get to read is written by the room that texts.
     *
     * @return how many had not been asked
     */
    @Transactional
    public int ask(Actor actor, EventId umbrella, Collection<SupporterId> whom) {
        actor.must(Permission.RUN_CAMPAIGNS);
        open(events.get(actor, umbrella));
        Set<SupporterId> ours = supporters.ours(actor.organization(), whom);
        int asked = 0;
        for (SupporterId who : ours) {
            if (!store.ask(actor.organization(), umbrella, who, now())) continue;
            asked++;
            // One ask at a time: while this one is open, nobody is told to ask them for something else.
            askings.opened(actor, who, AskFamily.HOST);
            Hosting hosting = store.of(umbrella, who).orElseThrow();
            announce.publishEvent(
                    new HostingChanged(actor.organization(), umbrella, hosting.hostingId(), HostingState.ASKED));
        }
        if (asked > 0) {
            audit.add(actor, "hosting.asked", "event", Optional.of(umbrella.value()), String.valueOf(asked));
        }
        return asked;
    }

    /**
     * Somebody wants to host one; again before it is decided, the latest counts. Whoever has that number and first name, or
     * nobody yet, is who applies.
     */
    @Transactional
    public void apply(Event umbrella, HostingDraft draft) {
        open(umbrella);
        OrganizationId here = umbrella.organizationId();
        SupporterId who = supporters.known(
                here,
                new SupporterDraft(
                        draft.firstName(),
                        draft.lastName(),
                        "",
                        "",
                        "",
                        "",
                        "",
                        Optional.empty(),
                        "",
                        "event",
                        List.of(draft.phone()),
                        Set.of(),
                        Map.of()));
        draft.agreed()
                .ifPresent(words -> consents.optInAll(
                        new Actor.System(here),
                        List.of(draft.phone()),
                        ConsentSource.PAGE,
                        words,
                        Optional.of(umbrella.eventId().value()),
                        clock.instant()));
        store.ask(here, umbrella.eventId(), who, now());
        Hosting hosting = store.of(umbrella.eventId(), who).orElseThrow();
        store.apply(here, hosting.hostingId(), draft, now());
        announce.publishEvent(new HostingChanged(here, umbrella.eventId(), hosting.hostingId(), HostingState.APPLIED));
    }

    private void open(Event umbrella) {
        if (!umbrella.umbrella() || umbrella.state() != EventState.PUBLISHED) {
            throw new Problem.Conflict("problem.hosting-closed");
        }
    }

    /**
     * Their event is made and published, they host it, and it is their promise.
     *
     * @param coach the member who helps them
     * @throws Problem.Conflict when somebody else has decided it, or its time is over
     */
    @Transactional
    public EventId approve(Actor actor, HostingId id, Optional<MemberId> coach) {
        actor.must(Permission.RUN_CAMPAIGNS);
        OrganizationId here = actor.organization();
        Hosting hosting = get(actor, id);
        coach.ifPresent(member -> members.get(actor, member));
        if (!store.decide(here, id, HostingState.APPROVED, actor.member(), coach, now())) throw decided();
        Event umbrella = events.get(actor, hosting.umbrella());
        Instant starts = hosting.startsAt().orElseThrow();
        if (starts.isBefore(clock.instant())) throw new Problem.Conflict("problem.hosting-late");
        EventId held = events.make(
                actor,
                EventDraft.of(
                                umbrella.title(),
                                umbrella.zone(),
                                hosting.venue(),
                                List.of(HostingDraft.shift(
                                        starts, hosting.endsAt().orElseThrow(), hosting.capacity())))
                        .heldUnder(umbrella.eventId()));
        events.publish(actor, held);
        hosts.add(actor, held, hosting.supporterId());
        store.holds(here, id, held);
        commitments.promise(
                new Actor.System(here),
                hosting.supporterId(),
                new CommitmentDraft(
                        AskFamily.HOST,
                        umbrella.title(),
                        Optional.of(starts),
                        "",
                        Optional.of("event:" + held.text()),
                        askings.yes(here, hosting.supporterId(), AskFamily.HOST).map(Askings.Yes::askId),
                        Optional.empty()),
                Optional.of("hosting:" + id.value()),
                coach.or(actor::member));
        audit.add(actor, "hosting.approved", "event", Optional.of(held.value()), "");
        announce.publishEvent(new HostingChanged(here, hosting.umbrella(), id, HostingState.APPROVED));
        return held;
    }

    /** @throws Problem.Conflict when somebody else has decided it */
    @Transactional
    public void decline(Actor actor, HostingId id) {
        actor.must(Permission.RUN_CAMPAIGNS);
        Hosting hosting = get(actor, id);
        if (!store.decide(actor.organization(), id, HostingState.DECLINED, actor.member(), Optional.empty(), now())) {
            throw decided();
        }
        audit.add(
                actor,
                "hosting.declined",
                "event",
                Optional.of(hosting.umbrella().value()),
                "");
        announce.publishEvent(new HostingChanged(actor.organization(), hosting.umbrella(), id, HostingState.DECLINED));
    }

    private static Problem.Conflict decided() {
        return new Problem.Conflict("problem.hosting-decided");
    }

    @Transactional(readOnly = true)
    public Hosting get(Actor actor, HostingId id) {
        actor.must(Permission.SEE_PEOPLE);
        return store.find(actor.organization(), id).orElseThrow(() -> new Problem.Missing("hosting", id));
    }

    /** Without roles: how an event came to be held under another. */
    @Transactional(readOnly = true)
    public Optional<Hosting> ofHeld(OrganizationId here, EventId held) {
        return store.ofHeld(here, held);
    }

    @Transactional(readOnly = true)
    public List<HostingRow> page(Actor actor, EventId umbrella, int from, int most) {
        actor.must(Permission.SEE_PEOPLE);
        return store.page(actor.organization(), umbrella, from, Math.min(most, 200));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
