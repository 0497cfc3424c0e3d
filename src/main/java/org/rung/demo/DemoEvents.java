package org.rung.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.rung.accounts.Member;
import org.rung.accounts.Members;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.Role;
import org.rung.events.Event;
import org.rung.events.EventDraft;
import org.rung.events.EventId;
import org.rung.events.Events;
import org.rung.events.Hosts;
import org.rung.events.Keyword;
import org.rung.events.Locality;
import org.rung.events.ShiftDraft;
import org.rung.events.Venue;
import org.rung.people.SupporterId;
import org.rung.rsvps.Attendance;
import org.rung.rsvps.RsvpDraft;
import org.rung.rsvps.RsvpSource;
import org.rung.rsvps.RsvpState;
import org.rung.rsvps.Rsvps;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** What the union comes together for: a meeting to come that is nearly full, one that was, and a week of house meetings. */
@Component
@ConditionalOnProperty(name = "rung.demo", havingValue = "true")
class DemoEvents {
    private static final Venue LIBRARY = new Venue(
                    "Fruitvale library", "1401 34th Avenue, Oakland", false, "Step-free; children welcome", "")
            .in(new Locality("Oakland", "94601"));
    private static final LocalTime EVENING = LocalTime.of(18, 30);
    private static final int PLACES = 12;

    private final Events events;
    private final Hosts hosts;
    private final Rsvps rsvps;
    private final Attendance attendance;
    private final DemoWeek week;
    private final Members members;
    private final Clock clock;

    DemoEvents(
            Events events,
            Hosts hosts,
            Rsvps rsvps,
            Attendance attendance,
            DemoWeek week,
            Members members,
            Clock clock) {
        this.events = events;
        this.hosts = hosts;
        this.rsvps = rsvps;
        this.attendance = attendance;
        this.week = week;
        this.members = members;
        this.clock = clock;
    }

    /** Those who come are neighbours of whom nothing else is told, and those who came had come to meetings before. */
    void begin(OrganizationId organizationId, ZoneId zone, List<SupporterId> neighbours) {
        var system = new Actor.System(organizationId);
        Event next = published(
                system,
                new EventDraft(
                        "Rent meeting",
                        "We hear how the petition went, and plan the visit at the landlord's office.\nThere is tea.",
                        zone,
                        LIBRARY,
                        Optional.of(new Keyword("RENT")),
                        List.of(shift(zone, 5, Optional.of(PLACES))),
                        false,
                        Optional.empty(),
                        ""));
        organizer(system).ifPresent(ora -> hosts.add(system, next.eventId(), ora.memberId()));
        var guests = IntStream.range(0, PLACES + 2)
                .mapToObj(i -> neighbours.get(250 + i % 7 + i / 7 * 25))
                .toList();
        for (SupporterId guest : guests) {
            rsvps.say(
                    system,
                    new RsvpDraft(
                            next.shifts().getFirst().shiftId(),
                            guest,
                            RsvpState.COMING,
                            RsvpSource.MEMBER,
                            Optional.empty(),
                            false));
        }
        past(system, zone, neighbours);
        week.begin(system, zone, guests);
    }

    private void past(Actor.System system, ZoneId zone, List<SupporterId> neighbours) {
        Event last = published(
                system, EventDraft.of("Courtyard assembly", zone, LIBRARY, List.of(shift(zone, -9, Optional.empty()))));
        var shift = last.shifts().getFirst();
        for (int i : List.of(22, 23, 24, 47, 48)) {
            var rsvp = rsvps.walkIn(
                    last,
                    new RsvpDraft(
                            shift.shiftId(),
                            neighbours.get(i),
                            RsvpState.COMING,
                            RsvpSource.DOOR,
                            Optional.empty(),
                            false));
            attendance.arrived(
                    system.organization(),
                    rsvp.rsvpId(),
                    shift.startsAt().plus(Duration.ofMinutes(5)),
                    Optional.empty());
        }
    }

    private Event published(Actor.System system, EventDraft draft) {
        EventId id = events.make(system, draft);
        events.publish(system, id);
        return events.get(system, id);
    }

    private ShiftDraft shift(ZoneId zone, int days, Optional<Integer> places) {
        Instant start = clock.instant()
                .atZone(zone)
                .toLocalDate()
                .plusDays(days)
                .atTime(EVENING)
                .atZone(zone)
                .toInstant();
        return new ShiftDraft(Optional.empty(), "", start, start.plus(Duration.ofHours(2)), places);
    }

    private Optional<Member> organizer(Actor.System system) {
        return members.all(system).stream()
                .filter(member -> member.roles().all().contains(Role.ORGANIZER))
                .findFirst();
    }
}
