package org.rung.checkin;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.Members;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.events.Event;
import org.rung.events.EventId;
import org.rung.events.Events;
import org.rung.events.Hosts;
import org.rung.hosting.Hosting;
import org.rung.hosting.Hostings;
import org.rung.hosting.KitFile;
import org.rung.hosting.KitFiles;
import org.rung.rsvps.RsvpFilter;
import org.rung.rsvps.RsvpRow;
import org.rung.rsvps.Rsvps;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;

/**
 * What is done at the door: by a host with their link, by a member or program with RECORD_ACTIONS, or by a guest who shows
 * that they are there. Each thing stands for itself: one that is refused holds up no other.
 */
@Service
public class CheckIns {
    /** As many as a page sends at once, and a list shows. */
    public static final int MOST = 500;

    private final CheckIn one;
    private final Events events;
    private final Hosts hosts;
    private final Rsvps rsvps;
    private final Hostings hostings;
    private final KitFiles kitFiles;
    private final Members members;
    private final Clock clock;

    CheckIns(
            CheckIn one,
            Events events,
            Hosts hosts,
            Rsvps rsvps,
            Hostings hostings,
            KitFiles kitFiles,
            Members members,
            Clock clock) {
        this.one = one;
        this.events = events;
        this.hosts = hosts;
        this.rsvps = rsvps;
        this.hostings = hostings;
        this.kitFiles = kitFiles;
        this.members = members;
        this.clock = clock;
    }

    /** By the host's link; a member who hosts vouches for it. */
    public List<CheckInResult> take(Hosts.HostAtDoor door, List<CheckInDraft> drafts) {
        return take(door.event(), drafts, door.host().member());
    }

    /** @throws Problem.Missing for an event of another organization */
    public List<CheckInResult> take(Actor actor, EventId eventId, List<CheckInDraft> drafts) {
        actor.must(Permission.RECORD_ACTIONS);
        Event event =
                events.find(actor.organization(), eventId).orElseThrow(() -> new Problem.Missing("event", eventId));
        return take(event, drafts, actor.member());
    }

    private List<CheckInResult> take(Event event, List<CheckInDraft> drafts, Optional<MemberId> who) {
        if (drafts.size() > MOST) throw new Problem.Invalid("checkIns", "problem.at-once", MOST);
        List<CheckInResult> results = new ArrayList<>();
        for (CheckInDraft draft : drafts) {
            try {
                results.add(one.take(event, draft, who));
            } catch (Problem refused) {
                results.add(
                        new CheckInResult(draft.key(), CheckInResult.Outcome.REFUSED, Optional.of(refused.sentence())));
            } catch (ConcurrencyFailureException crossed) {
                // The page keeps it and sends it again.
                continue;
            }
        }
        return results;
    }

    /**
     * By the code at the door, as whoever fills in their name there; or by its number in a text.
     *
     * @param key of that form or text
     * @throws Problem.Conflict outside its hours
     */
    public void here(Event event, CheckInDraft draft) {
        one.take(event, draft, Optional.empty());
    }

    /** Whoever hosts by that link. */
    public Optional<Hosts.HostAtDoor> door(String token) {
        return hosts.atDoor(token);
    }

    /** Everyone of the list, by name: at most so many that a phone keeps them. */
    public List<RsvpRow> list(Hosts.HostAtDoor door) {
        List<RsvpRow> all = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            var page = rsvps.page(
                    door.organizationId(), door.event().eventId(), RsvpFilter.ALL, new Page.Wanted(next, MOST));
            all.addAll(page.rows());
            next = page.next();
        } while (next.isPresent() && all.size() < 10 * MOST);
        return all;
    }

    /** What whoever holds one under an umbrella should know; empty where nothing is written down. */
    public String kit(Hosts.HostAtDoor door) {
        return door.event()
                .under()
                .flatMap(umbrella -> events.find(door.organizationId(), umbrella))
                .map(Event::kit)
                .orElse("");
    }

    /** The files that come with it. */
    public List<KitFile> kitFiles(Hosts.HostAtDoor door) {
        return kitFiles.of(door);
    }

    /** The member who helps them, by name; empty where there is none. */
    public String coach(Hosts.HostAtDoor door) {
        return hostings.ofHeld(door.organizationId(), door.event().eventId())
                .flatMap(Hosting::coach)
                .map(coach ->
                        members.names(door.organizationId(), List.of(coach)).getOrDefault(coach, ""))
                .orElse("");
    }

    public Instant now() {
        return clock.instant();
    }
}
