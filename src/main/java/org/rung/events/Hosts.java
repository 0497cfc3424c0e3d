package org.rung.events;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.AuditLog;
import org.rung.accounts.Members;
import org.rung.actions.ActionId;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who holds an event. Each host has a link of their own, which opens the list at the door and nothing else. */
@Service
public class Hosts {
    private static final int MOST = 30;

    private final HostStore store;
    private final Events events;
    private final Members members;
    private final Supporters supporters;
    private final AuditLog audit;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Hosts(
            HostStore store,
            Events events,
            Members members,
            Supporters supporters,
            AuditLog audit,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.events = events;
        this.members = members;
        this.supporters = supporters;
        this.audit = audit;
        this.announce = announce;
        this.clock = clock;
    }

    /** Adding somebody again changes nothing. */
    @Transactional
    public void add(Actor actor, EventId eventId, MemberId memberId) {
        actor.must(Permission.RUN_CAMPAIGNS);
        members.get(actor, memberId);
        add(actor, eventId, Optional.of(memberId), Optional.empty());
    }

    /** Adding somebody again changes nothing. */
    @Transactional
    public void add(Actor actor, EventId eventId, SupporterId supporterId) {
        actor.must(Permission.RUN_CAMPAIGNS);
        supporters.mustBeOurs(actor.organization(), supporterId);
        add(actor, eventId, Optional.empty(), Optional.of(supporterId));
    }

    private void add(Actor actor, EventId eventId, Optional<MemberId> member, Optional<SupporterId> supporter) {
        events.get(actor, eventId);
        if (store.of(actor.organization(), eventId).size() >= MOST) {
            throw new Problem.Invalid("hosts", "problem.at-most", MOST);
        }
        if (store.add(actor.organization(), eventId, member, supporter, clock.instant())) {
            audit.add(actor, "event.host-added", "event", Optional.of(eventId.value()), "");
            announce.publishEvent(new EventChanged(actor.organization(), eventId, false));
        }
    }

    /** Their link opens nothing any more. */
    @Transactional
    public void remove(Actor actor, EventId eventId, EventHostId hostId) {
        actor.must(Permission.RUN_CAMPAIGNS);
        events.get(actor, eventId);
        store.remove(actor.organization(), hostId);
        audit.add(actor, "event.host-removed", "event", Optional.of(eventId.value()), "");
        announce.publishEvent(new EventChanged(actor.organization(), eventId, false));
    }

    @Transactional(readOnly = true)
    public List<Host> of(Actor actor, EventId eventId) {
        actor.must(Permission.SEE_PEOPLE);
        return store.of(actor.organization(), eventId);
    }

    /** Whose link it is; anybody may ask, since nobody guesses one. */
    @Transactional(readOnly = true)
    public Optional<HostAtDoor> atDoor(String token) {
        return store.byToken(token)
                .flatMap(found -> events.find(
                                found.organizationId(), found.host().eventId())
                        .map(event -> new HostAtDoor(found.organizationId(), found.host(), event)));
    }

    /** Somebody at the door, with what they hold. */
    public record HostAtDoor(OrganizationId organizationId, Host host, Event event) {}

    /** For the room that records it: how many came to what they held, by which action. */
    @Transactional
    public void hosted(OrganizationId here, EventHostId hostId, int count, Optional<ActionId> action) {
        store.hosted(here, hostId, count, action);
    }
}
