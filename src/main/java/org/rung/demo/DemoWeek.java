package org.rung.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.events.Event;
import org.rung.events.EventDraft;
import org.rung.events.EventId;
import org.rung.events.Events;
import org.rung.events.Hosts;
import org.rung.events.Locality;
import org.rung.events.ShiftDraft;
import org.rung.events.Venue;
import org.rung.hosting.HostingDraft;
import org.rung.hosting.Hostings;
import org.rung.people.SupporterId;
import org.rung.rsvps.RsvpDraft;
import org.rung.rsvps.RsvpSource;
import org.rung.rsvps.RsvpState;
import org.rung.rsvps.Rsvps;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** A week of house meetings in several towns, and one more of which somebody offers to be the host. */
@Component
@ConditionalOnProperty(name = "rung.demo", havingValue = "true")
class DemoWeek {
    private static final Duration LONG = Duration.ofHours(2);
    private static final int FIRST_DAY = 18;

    /** @param home its address is told to those alone who are coming */
    private record Held(String title, String place, String address, String town, String code, boolean home) {}

    private static final List<Held> HELD = List.of(
            new Held("Supper in Fruitvale", "Rosa's kitchen", "1834 38th Avenue", "Oakland", "94601", true),
            new Held(
                    "Porch talk in West Oakland",
                    "Porch of the blue house",
                    "912 Willow Street",
                    "Oakland",
                    "94607",
                    true),
            new Held("Tea on Adeline", "South branch library", "1901 Russell Street", "Berkeley", "94703", false),
            new Held("Courtyard talk", "Courtyard of building C", "455 Estudillo Avenue", "San Leandro", "94577", true),
            new Held(
                    "Parents at seven",
                    "Southgate community center",
                    "26780 Chiplay Avenue",
                    "Hayward",
                    "94545",
                    false),
            new Held("Iron Triangle supper", "Nadia's living room", "611 Chanslor Avenue", "Richmond", "94801", true),
            new Held(
                    "Capitol evening",
                    "Oak Park community hall",
                    "3425 Martin Luther King Boulevard",
                    "Sacramento",
                    "95817",
                    false));

    private final Events events;
    private final Hosts hosts;
    private final Rsvps rsvps;
    private final Hostings hostings;
    private final Clock clock;

    DemoWeek(Events events, Hosts hosts, Rsvps rsvps, Hostings hostings, Clock clock) {
        this.events = events;
        this.hosts = hosts;
        this.rsvps = rsvps;
        this.hostings = hostings;
        this.clock = clock;
    }

    /** @param guests who come, some here and some there, and host */
    void begin(Actor.System system, ZoneId zone, List<SupporterId> guests) {
        Event week = published(
                system,
                new EventDraft(
                                "House meetings week",
                                "One week, many kitchens: neighbours meet where they live and say what has to change.",
                                zone,
                                Venue.NONE,
                                Optional.empty(),
                                List.of(),
                                false,
                                Optional.empty(),
                                "")
                        .asUmbrella(
                                "Invite five neighbours.\nPut out chairs and something to drink.\nSay why you care."));
        for (int i = 0; i < HELD.size(); i++) {
            Event held = held(system, zone, week, HELD.get(i), FIRST_DAY + i % 5);
            hosts.add(system, held.eventId(), guests.get(i));
            for (SupporterId guest : guests.subList(i, Math.min(guests.size(), i + 2 + i * 3 % 5))) {
                comes(system, held, guest);
            }
        }
        offer(zone, week);
    }

    private Event held(Actor.System system, ZoneId zone, Event week, Held what, int day) {
        return published(
                system,
                EventDraft.of(
                                what.title(),
                                zone,
                                new Venue(
                                        what.place(),
                                        what.address(),
                                        new Locality(what.town(), what.code()),
                                        what.home(),
                                        "",
                                        ""),
                                List.of(new ShiftDraft(
                                        Optional.empty(),
                                        "",
                                        evening(zone, day),
                                        evening(zone, day).plus(LONG),
                                        what.home() ? Optional.of(12) : Optional.empty())))
                        .heldUnder(week.eventId()));
    }

    private void comes(Actor.System system, Event held, SupporterId guest) {
        rsvps.say(
                system,
                new RsvpDraft(
                        held.shifts().getFirst().shiftId(),
                        guest,
                        RsvpState.COMING,
                        RsvpSource.MEMBER,
                        Optional.empty(),
                        false));
    }

    private void offer(ZoneId zone, Event week) {
        Instant evening = evening(zone, FIRST_DAY + 2);
        hostings.apply(
                week,
                new HostingDraft(
                        "Renata",
                        "Lima",
                        DemoNeighbours.phone(DemoNeighbours.COUNT + 3),
                        new Venue(
                                "Lakeview Terrace, second floor",
                                "2 Lakeside Drive",
                                new Locality("Oakland", "94612"),
                                true,
                                "",
                                ""),
                        evening,
                        evening.plus(LONG),
                        Optional.of(10),
                        "I can cook.",
                        Optional.empty()));
    }

    private Event published(Actor.System system, EventDraft draft) {
        EventId id = events.make(system, draft);
        events.publish(system, id);
        return events.get(system, id);
    }

    private Instant evening(ZoneId zone, int days) {
        return clock.instant()
                .atZone(zone)
                .toLocalDate()
                .plusDays(days)
                .atTime(LocalTime.of(18, 30))
                .atZone(zone)
                .toInstant();
    }
}
