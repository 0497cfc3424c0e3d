package org.rung.nudges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.rung.cast.AtOnce;
import org.rung.cast.Neighbor;
import org.rung.cast.Paying;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.consent.ConsentKind;
import org.rung.consent.ConsentSource;
import org.rung.events.Event;
import org.rung.events.EventDraft;
import org.rung.events.EventStory;
import org.rung.events.ShiftDraft;
import org.rung.rsvps.Attendance;
import org.rung.rsvps.Rsvp;
import org.rung.rsvps.RsvpState;
import org.springframework.beans.factory.annotation.Autowired;

class NudgesTest extends EventStory {
    @Autowired
    Nudges nudges;

    @Autowired
    Attendance attendance;

    private Neighbor nia() {
        return Neighbor.of(house, here.organizationId());
    }

    private void look() {
        for (NudgeKind kind : NudgeKind.values()) while (nudges.write(kind, 50)) {}
    }

    @Test
    void a_guest_hears_once_that_they_come_the_day_before_on_the_day_and_afterwards() {
        Event event = meeting();
        Neighbor nia = nia();
        Rsvp rsvp = comes(person("Nia", nia.phone()), event);
        look();
        look();
        assertThat(nia.received()).singleElement().asString().contains("Nia", "Rent meeting", "/r/" + rsvp.token());

        clock.set(event.shifts().getFirst().startsAt().minus(Duration.ofHours(25)));
        look();
        look();
        assertThat(nia.received()).hasSize(2).last().asString().contains("reminder", "12 Elm Street");
        clock.set(event.shifts().getFirst().startsAt().minus(Duration.ofHours(2)));
        look();
        assertThat(nia.received()).hasSize(3).last().asString().contains("See you soon");

        clock.set(event.shifts().getFirst().startsAt());
        attendance.arrived(here.organizationId(), rsvp.rsvpId(), clock.instant(), Optional.empty());
        clock.tick(Duration.ofHours(2));
        look();
        look();
        assertThat(nia.received()).hasSize(4).last().asString().contains("Thank you for coming");
    }

    @Test
    void words_of_an_event_carry_each_guests_own_link_to_give_where_there_is_a_page() {
        Event event = meeting();
        var ora = here.member(Role.ORGANIZER);
        assertThatThrownBy(
                        () -> nudges.say(ora, event.eventId(), NudgeKind.CONFIRM, Optional.of("See you! {giveLink}")))
                .isInstanceOf(Problem.Invalid.class);
        Paying.opened(db, here.organizationId());
        nudges.say(ora, event.eventId(), NudgeKind.CONFIRM, Optional.of("See you! {giveLink}"));
        Neighbor nia = nia();
        comes(person("Nia", nia.phone()), event);
        look();
        assertThat(nia.received()).singleElement().asString().matches("See you! \\S+/g/[\\w-]{22}");
    }

    @Test
    void two_nodes_that_look_at_once_write_one_text() throws Exception {
        Event event = meeting();
        Neighbor nia = nia();
        comes(person("Nia", nia.phone()), event);
        Callable<Boolean> look = () -> nudges.write(NudgeKind.CONFIRM, 50);
        AtOnce.all(List.of(look, look, look, look));
        assertThat(nia.received()).hasSize(1);
    }

    @Test
    void whoever_does_not_come_any_more_is_not_reminded() {
        Event event = meeting();
        Neighbor nia = nia();
        Rsvp rsvp = comes(person("Nia", nia.phone()), event);
        look();
        says(rsvp.supporterId(), event.shifts().getFirst(), RsvpState.CANNOT);
        clock.set(event.shifts().getFirst().startsAt().minus(Duration.ofHours(25)));
        look();
        assertThat(nia.received()).as("what waited was cancelled").isEmpty();
    }

    @Test
    void nothing_leaves_at_night_nor_to_whoever_stopped_nor_to_whoever_wants_no_texts() {
        Event event = meeting();
        clock.set(evening(1).plus(Duration.ofHours(5)));
        Neighbor nia = nia();
        comes(person("Nia", nia.phone()), event);
        look();
        assertThat(nia.received()).as("at eleven at night").isEmpty();
        clock.tick(Duration.ofHours(11));
        assertThat(nia.received()).as("in the morning").hasSize(1);

        Neighbor bo = nia();
        comes(person("Bo", bo.phone()), event);
        consents.record(system, bo.phone(), ConsentKind.OPTED_OUT, ConsentSource.REPLY, "STOP", clock.instant());
        look();
        assertThat(bo.received()).isEmpty();
    }

    @Test
    void what_moves_or_is_called_off_is_told_and_the_old_time_is_not() {
        Event event = meeting();
        Neighbor nia = nia();
        comes(person("Nia", nia.phone()), event);
        look();
        assertThat(nia.received()).hasSize(1);
        var shift = event.shifts().getFirst();
        clock.tick(Duration.ofMinutes(5));
        events.change(
                ora,
                event.eventId(),
                EventDraft.of(
                        event.title(),
                        ZONE,
                        LIBRARY,
                        List.of(new ShiftDraft(
                                Optional.of(shift.shiftId()),
                                "",
                                shift.startsAt().plus(Duration.ofDays(1)),
                                shift.endsAt().plus(Duration.ofDays(1)),
                                Optional.empty()))),
                event.sequence());
        look();
        look();
        assertThat(nia.received()).hasSize(2).last().asString().contains("has changed");
        clock.tick(Duration.ofMinutes(5));
        events.cancel(ora, event.eventId());
        look();
        look();
        assertThat(nia.received()).hasSize(3).last().asString().contains("does not take place");
    }

    @Test
    void whoever_gets_a_place_from_the_waiting_list_is_told() {
        Event event = meeting(Optional.of(1));
        Rsvp first = comes(person("Ana"), event);
        Neighbor bo = nia();
        comes(person("Bo", bo.phone()), event);
        look();
        // A number has its pace: two texts of one moment leave one after the other.
        bo.received();
        clock.tick(Duration.ofMinutes(1));
        assertThat(bo.received()).singleElement().asString().contains("waiting list");
        clock.tick(Duration.ofMinutes(10));
        says(first.supporterId(), event.shifts().getFirst(), RsvpState.CANNOT);
        look();
        look();
        assertThat(bo.received()).hasSize(2).last().asString().contains("a place is free");
    }

    @Test
    void whoever_was_missed_is_told_kindly_and_once_and_not_days_later() {
        Event event = meeting();
        Neighbor nia = nia();
        Neighbor bo = nia();
        Rsvp missed = comes(person("Nia", nia.phone()), event);
        Rsvp late = comes(person("Bo", bo.phone()), event);
        look();
        // A number has its pace: two texts of one moment leave one after the other.
        nia.received();
        clock.tick(Duration.ofMinutes(1));
        bo.received();
        clock.set(event.shifts().getFirst().endsAt().plus(Duration.ofMinutes(5)));
        noShow(missed);
        look();
        look();
        assertThat(nia.received())
                .last()
                .asString()
                .contains("We missed you", "All is well")
                .doesNotContain("STOP");
        assertThat(nia.received())
                .filteredOn(text -> text.contains("We missed you"))
                .hasSize(1);

        clock.tick(Duration.ofDays(3));
        noShow(late);
        look();
        assertThat(bo.received()).noneMatch(text -> text.contains("We missed you"));
    }

    private void noShow(Rsvp rsvp) {
        db.execute(
                "update rsvps set state = 'NO_SHOW' where rsvp_id = ?",
                rsvp.rsvpId().value());
    }

    @Test
    void an_organizer_writes_the_words_anew_and_empty_ones_are_not_sent() {
        Event event = meeting();
        nudges.say(ora, event.eventId(), NudgeKind.CONFIRM, Optional.of("Yo {firstName|you}: {event} at {where}"));
        Neighbor nia = nia();
        comes(person("Nia", nia.phone()), event);
        look();
        assertThat(nia.received()).containsExactly("Yo Nia: Rent meeting at Eastside library, 12 Elm Street");

        nudges.say(ora, event.eventId(), NudgeKind.CONFIRM, Optional.of(""));
        Neighbor bo = nia();
        comes(person("Bo", bo.phone()), event);
        look();
        assertThat(bo.received()).isEmpty();
        assertThatThrownBy(() -> nudges.say(ora, event.eventId(), NudgeKind.CONFIRM, Optional.of("Hi {lastName}")))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> nudges.say(
                        here.member(Role.COORDINATOR), event.eventId(), NudgeKind.CONFIRM, Optional.of("Hi")))
                .isInstanceOf(Problem.Refused.class);
    }
}
