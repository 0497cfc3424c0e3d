package org.rung.nudges;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.AuditLog;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.events.EventChanged;
import org.rung.events.EventId;
import org.rung.events.Events;
import org.rung.events.Hosts;
import org.rung.people.OwnLinks;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What everyone who comes is told by text: an organizer writes it, or a host asks for it and an organizer lets it go. It
 * leaves in the background, to each guest once, within their hours, and only to whoever wants texts about the event.
 */
@Service
public class GuestMessages {
    /** As many as a host may have waiting, so that a link that went astray does no more. */
    static final int WAITING = 5;

    private static final Duration USE = Duration.ofDays(1);

    private final GuestMessageStore store;
    private final Nudger nudger;
    private final Events events;
    private final OwnLinks links;
    private final AuditLog audit;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    GuestMessages(
            GuestMessageStore store,
            Nudger nudger,
            Events events,
            OwnLinks links,
            AuditLog audit,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.nudger = nudger;
        this.events = events;
        this.links = links;
        this.audit = audit;
        this.announce = announce;
        this.clock = clock;
    }

    /**
     * By a host's link.
     *
     * @param words 1 to 600 characters; firstName, event, when, where, link and organization in braces stand for what they name
     * @throws Problem.Conflict when five of them wait already
     */
    @Transactional
    public void ask(Hosts.HostAtDoor door, String words) {
        if (store.waiting(door.event().eventId()) >= WAITING) throw new Problem.Conflict("problem.guest-messages-many");
        store.add(
                new GuestMessage(
                        new GuestMessageId(Id.next()),
                        door.organizationId(),
                        door.event().eventId(),
                        checked(door.organizationId(), words),
                        GuestMessageState.WAITING,
                        now()),
                Optional.empty());
        announce.publishEvent(
                new EventChanged(door.organizationId(), door.event().eventId(), false));
    }

    /** An organizer's own leave at once. */
    @Transactional
    public void write(Actor actor, EventId eventId, String words) {
        actor.must(Permission.RUN_CAMPAIGNS);
        events.get(actor, eventId);
        store.add(
                new GuestMessage(
                        new GuestMessageId(Id.next()),
                        actor.organization(),
                        eventId,
                        checked(actor.organization(), words),
                        GuestMessageState.SENT,
                        now()),
                actor.member());
        audit.add(actor, "event.guests-told", "event", Optional.of(eventId.value()), "");
    }

    /** @throws Problem.Conflict when somebody else has decided it */
    @Transactional
    public void decide(Actor actor, EventId eventId, GuestMessageId id, boolean send) {
        actor.must(Permission.RUN_CAMPAIGNS);
        events.get(actor, eventId);
        var to = send ? GuestMessageState.SENT : GuestMessageState.DECLINED;
        if (!store.decide(actor.organization(), id, to, actor.member(), now())) {
            throw new Problem.Conflict("problem.guest-message-decided");
        }
        if (send) audit.add(actor, "event.guests-told", "event", Optional.of(eventId.value()), "");
    }

    @Transactional(readOnly = true)
    public List<GuestMessage> of(Actor actor, EventId eventId, int most) {
        actor.must(Permission.SEE_PEOPLE);
        return store.of(actor.organization(), eventId, most);
    }

    private String checked(OrganizationId here, String words) {
        String plain = NudgeWords.checked(words);
        links.mustBeReadyFor(here, plain);
        if (plain.isEmpty()) throw new Problem.Invalid("words", "problem.empty");
        return plain;
    }

    /** Writes a batch; false when there are none left. */
    boolean write(int batch) {
        var due = store.due(clock.instant().minus(USE), batch);
        due.forEach(one -> nudger.tell(one, store));
        return due.size() == batch;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
