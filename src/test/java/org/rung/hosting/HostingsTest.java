package org.rung.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.cast.AtOnce;
import org.rung.cast.Neighbor;
import org.rung.cast.NewOrganization;
import org.rung.checkin.CheckInDraft;
import org.rung.checkin.CheckInWay;
import org.rung.checkin.CheckIns;
import org.rung.commitments.AskFamily;
import org.rung.commitments.Commitment;
import org.rung.commitments.CommitmentState;
import org.rung.commitments.Commitments;
import org.rung.common.Page;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.events.Event;
import org.rung.events.EventDraft;
import org.rung.events.EventId;
import org.rung.events.EventRow;
import org.rung.events.EventState;
import org.rung.events.EventStory;
import org.rung.events.Venue;
import org.rung.ladder.Standings;
import org.rung.people.SupporterId;
import org.rung.rsvps.Attendance;
import org.rung.rsvps.Rsvp;
import org.springframework.beans.factory.annotation.Autowired;

class HostingsTest extends EventStory {
    @Autowired
    Hostings hostings;

    @Autowired
    Attendance attendance;

    @Autowired
    CheckIns checkIns;

    @Autowired
    Commitments commitments;

    @Autowired
    Standings standings;

    private Event umbrella;

    @BeforeEach
    void anUmbrella() {
        EventId id = events.make(
                ora,
                EventDraft.of("House meetings", ZONE, Venue.NONE, List.of()).asUmbrella("Bring tea."));
        events.publish(ora, id);
        umbrella = events.get(ora, id);
    }

    @Test
    void who_came_well_is_asked_hosts_and_stands_on_the_fifth_rung() {
        Neighbor hana = Neighbor.of(house, here.organizationId());
        SupporterId who = person("Hana", hana.phone());
        for (int i = 0; i < 2; i++) {
            Event event = meeting();
            Rsvp rsvp = comes(who, event);
            clock.set(event.shifts().getFirst().startsAt());
            attendance.arrived(here.organizationId(), rsvp.rsvpId(), clock.instant(), Optional.empty());
            clock.tick(Duration.ofHours(17));
        }
        assertThat(hostings.candidates(ora, umbrella.eventId(), 10))
                .extracting(HostCandidate::supporterId)
                .containsExactly(who);
        assertThat(hostings.ask(ora, umbrella.eventId(), List.of(who))).isEqualTo(1);
        assertThat(hostings.ask(ora, umbrella.eventId(), List.of(who))).isZero();
        assertThat(hostings.candidates(ora, umbrella.eventId(), 10)).isEmpty();
        assertThat(hana.received()).last().asString().contains("Would you host", "/host");

        assertThat(asking(who)).containsExactly("OPEN");

        hostings.apply(umbrella, draft("Hana", hana));
        HostingId id = hostings.page(ora, umbrella.eventId(), 0, 10)
                .getFirst()
                .hosting()
                .hostingId();
        EventId held = hostings.approve(ora, id, Optional.of(ora.memberId()));
        Event event = events.get(ora, held);
        assertThat(event.state()).isEqualTo(EventState.PUBLISHED);
        assertThat(events.heldUnder(here.organizationId(), umbrella.eventId(), Page.Wanted.first(10))
                        .rows())
                .extracting(EventRow::placeName)
                .containsExactly("Hana's kitchen");
        var host = hosts.of(ora, held).getFirst();
        // A number has its pace.
        clock.tick(Duration.ofMinutes(1));
        hana.received();
        clock.tick(Duration.ofMinutes(1));
        assertThat(hana.received()).last().asString().contains("/door/" + host.token());
        assertThat(promise(who)).isEqualTo(CommitmentState.PROMISED);
        assertThat(asking(who)).as("their yes to the ask of the library").containsExactly("ACCEPTED");
        assertThat(db.fetchSingle(
                                "select count(*) from commitments c join asks a on a.ask_id = c.ask_id"
                                        + " where c.supporter_id = ? and a.family = 'HOST'",
                                who.value())
                        .get(0, int.class))
                .isEqualTo(1);

        List<Rsvp> guests = List.of("Ana", "Bo", "Cai").stream()
                .map(name -> comes(person(name), event))
                .toList();
        clock.set(event.shifts().getFirst().startsAt());
        var door = checkIns.door(host.token()).orElseThrow();
        for (Rsvp guest : guests) {
            checkIns.take(
                    door,
                    List.of(new CheckInDraft(
                            "k-" + guest.rsvpId().text(),
                            new CheckInDraft.Came(guest.rsvpId(), CheckInWay.LIST),
                            clock.instant())));
        }
        clock.tick(Duration.ofHours(3));
        var late = comes(
                person("Dee"), published(EventDraft.of("Other", ZONE, LIBRARY, List.of(shift(9, Optional.empty())))));
        assertThat(late).isNotNull();
        // One more comes out of a basement: with it the host's number is settled.
        Rsvp walkIn = guests.getFirst();
        checkIns.take(
                door,
                List.of(
                        new CheckInDraft("u", new CheckInDraft.NotThere(walkIn.rsvpId()), clock.instant()),
                        new CheckInDraft(
                                "v", new CheckInDraft.Came(walkIn.rsvpId(), CheckInWay.LIST), clock.instant())));
        assertThat(standings.of(system, who).getFirst().position()).isEqualTo(5);
        assertThat(promise(who)).isEqualTo(CommitmentState.KEPT);
    }

    @Test
    void of_two_who_decide_at_once_one_does_and_one_event_is_made() throws Exception {
        hostings.apply(umbrella, draft("Hana", Neighbor.of(house, here.organizationId())));
        HostingId id = hostings.page(ora, umbrella.eventId(), 0, 10)
                .getFirst()
                .hosting()
                .hostingId();
        Callable<Boolean> approve = () -> {
            try {
                hostings.approve(ora, id, Optional.empty());
                return true;
            } catch (Problem.Conflict second) {
                return false;
            }
        };
        assertThat(AtOnce.all(List.of(approve, approve, approve))).containsOnlyOnce(true);
        assertThat(events.heldUnder(here.organizationId(), umbrella.eventId(), Page.Wanted.first(10))
                        .rows())
                .hasSize(1);
    }

    @Test
    void what_is_declined_or_anothers_makes_no_event() {
        Neighbor hana = Neighbor.of(house, here.organizationId());
        hostings.apply(umbrella, draft("Hana", hana));
        HostingId id = hostings.page(ora, umbrella.eventId(), 0, 10)
                .getFirst()
                .hosting()
                .hostingId();
        var strangers = NewOrganization.with(db).member(Role.ORGANIZER);
        assertThatThrownBy(() -> hostings.approve(strangers, id, Optional.empty()))
                .isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> hostings.approve(here.member(Role.COORDINATOR), id, Optional.empty()))
                .isInstanceOf(Problem.Refused.class);
        hostings.decline(ora, id);
        assertThatThrownBy(() -> hostings.approve(ora, id, Optional.empty())).isInstanceOf(Problem.Conflict.class);
        assertThat(events.heldUnder(here.organizationId(), umbrella.eventId(), Page.Wanted.first(10))
                        .rows())
                .isEmpty();
        assertThatThrownBy(() -> hostings.apply(meeting(), draft("Bo", hana))).isInstanceOf(Problem.Conflict.class);
    }

    private HostingDraft draft(String name, Neighbor who) {
        return new HostingDraft(
                name,
                "",
                who.phone(),
                new Venue(name + "'s kitchen", "3 Oak Lane", true, "", ""),
                evening(5),
                evening(5).plus(Duration.ofHours(2)),
                Optional.of(12),
                "We have a cat.",
                Optional.of("Yes, text me"));
    }

    private CommitmentState promise(SupporterId who) {
        return commitments.of(system, who, 20).stream()
                .filter(one -> one.family() == AskFamily.HOST)
                .map(Commitment::state)
                .findFirst()
                .orElseThrow();
    }

    private List<String> asking(SupporterId who) {
        return db.fetch(
                        "select k.outcome from askings k join asks a on a.ask_id = k.ask_id"
                                + " where k.supporter_id = ? and a.family = 'HOST'",
                        who.value())
                .map(row -> row.get(0, String.class));
    }
}
