package org.rung.rsvps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.rung.actions.ActionRow;
import org.rung.actions.ActionType;
import org.rung.actions.Actions;
import org.rung.actions.Verification;
import org.rung.cast.AtOnce;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.commitments.Commitment;
import org.rung.commitments.CommitmentState;
import org.rung.commitments.Commitments;
import org.rung.common.Page;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.consent.ConsentKind;
import org.rung.consent.ConsentSource;
import org.rung.events.Event;
import org.rung.events.EventDraft;
import org.rung.events.EventStory;
import org.rung.events.ShiftDraft;
import org.rung.filters.FilterLine;
import org.rung.ladder.Standings;
import org.rung.people.SupporterId;
import org.springframework.beans.factory.annotation.Autowired;

class RsvpsTest extends EventStory {
    @Autowired
    SignUps signUps;

    @Autowired
    Attendance attendance;

    @Autowired
    Aftermath aftermath;

    @Autowired
    Commitments commitments;

    @Autowired
    Actions actions;

    @Autowired
    Standings standings;

    @Autowired
    EventCriterionStore criterion;

    @Test
    void many_who_want_the_last_place_at_once_get_it_once_and_wait_in_order() throws Exception {
        Event event = meeting(Optional.of(1));
        List<Callable<RsvpState>> wishes = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            SupporterId who = person("Maya" + i);
            wishes.add(() -> comes(who, event).state());
        }
        assertThat(AtOnce.all(wishes))
                .containsOnlyOnce(RsvpState.COMING)
                .filteredOn(RsvpState.WAITING::equals)
                .hasSize(7);
    }

    @Test
    void whoever_waits_longest_gets_the_place_that_is_free_and_nobody_jumps_the_line() {
        Event event = meeting(Optional.of(1));
        Rsvp first = comes(person("Ana"), event);
        Rsvp second = comes(person("Bo"), event);
        clock.tick(Duration.ofMinutes(1));
        Rsvp third = comes(person("Cai"), event);
        says(first.supporterId(), event.shifts().getFirst(), RsvpState.CANNOT);

        assertThat(now(second).state()).isEqualTo(RsvpState.COMING);
        assertThat(now(second).promotedAt()).contains(clock.instant());
        assertThat(now(third).state()).isEqualTo(RsvpState.WAITING);
        assertThat(comes(person("Dee"), event).state()).isEqualTo(RsvpState.WAITING);
        assertThat(promise(second)).isEqualTo(CommitmentState.PROMISED);
        assertThat(commitments.of(system, first.supporterId(), 10))
                .extracting(Commitment::state)
                .containsExactly(CommitmentState.RELEASED);
    }

    @Test
    void a_place_is_a_promise_for_its_hour_and_no_rung() {
        Event event = meeting();
        SupporterId nia = person("Nia");
        Rsvp rsvp = comes(nia, event);
        comes(nia, event);
        assertThat(commitments.of(system, nia, 10)).singleElement().satisfies(promise -> {
            assertThat(promise.dueAt()).contains(event.shifts().getFirst().startsAt());
            assertThat(promise.target()).contains("event:" + event.eventId().text());
        });
        assertThat(actionsOf(nia)).isEmpty();
        assertThat(standings.of(system, nia).getFirst().position()).isEqualTo(1);

        rsvps.confirm(rsvp);
        assertThat(promise(rsvp)).isEqualTo(CommitmentState.CONFIRMED);
        clock.tick(Duration.ofDays(3).plusHours(5));
        attendance.arrived(here.organizationId(), rsvp.rsvpId(), clock.instant(), Optional.of(ora.memberId()));
        assertThat(promise(rsvp)).isEqualTo(CommitmentState.KEPT);
        assertThat(actionsOf(nia)).singleElement().satisfies(action -> {
            assertThat(action.type()).isEqualTo(ActionType.ATTENDED);
            assertThat(action.verification()).isEqualTo(Verification.HUMAN);
        });
        assertThat(standings.of(system, nia).getFirst().position()).isEqualTo(4);
    }

    @Test
    void a_check_in_by_mistake_is_taken_back_with_all_that_followed_and_counts_when_it_is_made_again() {
        Event event = meeting();
        Rsvp rsvp = comes(person("Nia"), event);
        clock.tick(Duration.ofDays(3).plusHours(5));
        assertThat(attendance.arrived(here.organizationId(), rsvp.rsvpId(), clock.instant(), Optional.empty()))
                .isTrue();
        assertThat(attendance.arrived(here.organizationId(), rsvp.rsvpId(), clock.instant(), Optional.empty()))
                .isFalse();
        attendance.notThere(here.organizationId(), rsvp.rsvpId());
        assertThat(promise(rsvp)).isEqualTo(CommitmentState.PROMISED);
        assertThat(standings.of(system, rsvp.supporterId()).getFirst().position())
                .isEqualTo(1);
        attendance.arrived(here.organizationId(), rsvp.rsvpId(), clock.instant(), Optional.empty());
        assertThat(promise(rsvp)).isEqualTo(CommitmentState.KEPT);
    }

    @Test
    void whoever_was_not_seen_where_others_were_was_missed_and_a_late_list_still_counts() {
        Event event = meeting();
        Rsvp came = comes(person("Ana"), event);
        Rsvp missed = comes(person("Bo"), event);
        clock.tick(Duration.ofDays(3).plusHours(5));
        attendance.arrived(here.organizationId(), came.rsvpId(), clock.instant(), Optional.empty());
        clock.tick(Duration.ofHours(8));
        while (aftermath.settle(100)) {}
        assertThat(now(missed).state()).isEqualTo(RsvpState.NO_SHOW);
        assertThat(now(came).state()).isEqualTo(RsvpState.ATTENDED);

        attendance.arrived(
                here.organizationId(), missed.rsvpId(), clock.instant().minus(Duration.ofHours(8)), Optional.empty());
        assertThat(now(missed).state()).isEqualTo(RsvpState.ATTENDED);
        assertThat(promise(missed)).isEqualTo(CommitmentState.KEPT);
    }

    @Test
    void where_nobody_was_checked_in_nobody_was_missed() {
        Event event = meeting();
        Rsvp rsvp = comes(person("Ana"), event);
        clock.tick(Duration.ofDays(3).plusHours(12));
        while (aftermath.settle(100)) {}
        assertThat(now(rsvp).state()).isEqualTo(RsvpState.COMING);
    }

    @Test
    void a_supporter_who_hosts_has_hosted_as_many_as_came_also_when_a_list_comes_late() {
        Event event = meeting();
        SupporterId host = person("Hana");
        hosts.add(ora, event.eventId(), host);
        List<Rsvp> guests = List.of("Ana", "Bo", "Cai").stream()
                .map(name -> comes(person(name), event))
                .toList();
        clock.tick(Duration.ofDays(3).plusHours(5));
        guests.subList(0, 2)
                .forEach(one ->
                        attendance.arrived(here.organizationId(), one.rsvpId(), clock.instant(), Optional.empty()));
        clock.tick(Duration.ofHours(8));
        while (aftermath.settle(100)) {}
        assertThat(hosted(host)).containsExactly(2L);
        assertThat(standings.of(system, host).getFirst().position())
                .as("two are too few")
                .isLessThan(5);

        attendance.arrived(
                here.organizationId(),
                guests.get(2).rsvpId(),
                clock.instant().minus(Duration.ofHours(8)),
                Optional.empty());
        assertThat(hosted(host)).containsExactly(3L);
        assertThat(standings.of(system, host).getFirst().position()).isEqualTo(5);
    }

    @Test
    void what_is_called_off_releases_promises_and_what_is_moved_is_due_then() {
        Event event = meeting();
        Rsvp rsvp = comes(person("Ana"), event);
        var shift = event.shifts().getFirst();
        Instant later = shift.startsAt().plus(Duration.ofDays(10));
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
                                later,
                                later.plus(Duration.ofHours(2)),
                                Optional.empty()))),
                event.sequence());
        assertThat(commitments.get(system, rsvp.commitment().orElseThrow()).dueAt())
                .contains(later);

        events.cancel(ora, event.eventId());
        assertThat(promise(rsvp)).isEqualTo(CommitmentState.RELEASED);
        assertThatThrownBy(() -> comes(person("Bo"), event)).isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void a_place_that_was_an_erased_persons_goes_to_whoever_waits() {
        Event event = meeting(Optional.of(1));
        Rsvp first = comes(person("Ana"), event);
        Rsvp second = comes(person("Bo"), event);
        supporters.erase(ora, first.supporterId());
        while (aftermath.fill(100)) {}
        assertThat(now(second).state()).isEqualTo(RsvpState.COMING);
    }

    @Test
    void a_page_finds_the_person_and_lifts_no_stop() {
        Event event = meeting();
        var phone = Phones.fresh();
        SupporterId nia = person("Nia", phone);
        consents.record(system, phone, ConsentKind.OPTED_OUT, ConsentSource.REPLY, "STOP", clock.instant());
        Rsvp rsvp = signUps.signUp(
                event,
                new SignUp(event.shifts().getFirst().shiftId(), " nia ", "", phone, Optional.of("Yes, text me")),
                RsvpSource.PAGE);
        assertThat(rsvp.supporterId()).isEqualTo(nia);
        assertThat(consents.of(here.organizationId(), phone).orElseThrow().textable())
                .isFalse();

        var fresh = Phones.fresh();
        signUps.signUp(
                event,
                new SignUp(event.shifts().getFirst().shiftId(), "New", "", fresh, Optional.of("Yes, text me")),
                RsvpSource.PAGE);
        assertThat(consents.ledger(system, fresh)).singleElement().satisfies(line -> {
            assertThat(line.source()).isEqualTo(ConsentSource.PAGE);
            assertThat(line.words()).isEqualTo("Yes, text me");
        });
    }

    @Test
    void nobody_says_anything_about_another_organizations_event() {
        Event event = meeting();
        var strangers = NewOrganization.with(db);
        SupporterId nia = person("Nia");
        var draft = new RsvpDraft(
                event.shifts().getFirst().shiftId(), nia, RsvpState.COMING, RsvpSource.MEMBER, Optional.empty(), false);
        assertThatThrownBy(() -> rsvps.say(strangers.member(Role.ORGANIZER), draft))
                .isInstanceOf(Problem.Missing.class);
        Rsvp ours = comes(nia, event);
        assertThatThrownBy(() -> rsvps.get(strangers.system(), ours.rsvpId())).isInstanceOf(Problem.Missing.class);
        assertThat(rsvps.page(strangers.system(), event.eventId(), RsvpFilter.ALL, Page.Wanted.first(10))
                        .rows())
                .isEmpty();
    }

    @Test
    void a_filter_finds_who_came_and_names_no_event_that_is_gone() {
        Event event = meeting();
        Rsvp came = comes(person("Ana"), event);
        comes(person("Bo"), event);
        clock.tick(Duration.ofDays(3).plusHours(5));
        attendance.arrived(here.organizationId(), came.rsvpId(), clock.instant(), Optional.empty());
        var line = new FilterLine("event", "ATTENDED", List.of(event.eventId().text()));
        var supporter = org.rung.db.Tables.SUPPORTERS;
        assertThat(db.select(supporter.SUPPORTER_ID)
                        .from(supporter)
                        .where(criterion.matching(here.organizationId(), line))
                        .fetch(supporter.SUPPORTER_ID))
                .containsExactly(came.supporterId());
        var strangers = NewOrganization.with(db);
        assertThatThrownBy(() -> criterion.matching(strangers.organizationId(), line))
                .isInstanceOf(Problem.Invalid.class);
    }

    private CommitmentState promise(Rsvp rsvp) {
        return commitments
                .get(system, now(rsvp).commitment().or(rsvp::commitment).orElseThrow())
                .state();
    }

    private List<ActionRow> actionsOf(SupporterId who) {
        return actions.before(system, who, clock.instant().plus(Duration.ofDays(1)), 20).stream()
                .filter(action -> action.voided().isEmpty())
                .toList();
    }

    private List<Long> hosted(SupporterId who) {
        return actionsOf(who).stream()
                .filter(action -> action.type() == ActionType.HOSTED)
                .map(ActionRow::quantity)
                .toList();
    }
}
