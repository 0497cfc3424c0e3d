package org.rung.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.actions.ActionType;
import org.rung.actions.Actions;
import org.rung.cast.AtOnce;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.common.PhoneNumbers;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.events.Event;
import org.rung.events.EventStory;
import org.rung.events.Hosts;
import org.rung.people.SupporterId;
import org.rung.rsvps.Rsvp;
import org.rung.rsvps.RsvpState;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

class CheckInsTest extends EventStory {
    @Autowired
    CheckIns checkIns;

    @Autowired
    Actions actions;

    private Event event;
    private Hosts.HostAtDoor door;

    @BeforeEach
    void theDoor() {
        event = meeting(Optional.of(5));
        hosts.add(ora, event.eventId(), person("Hana"));
        door = checkIns.door(hosts.of(ora, event.eventId()).getFirst().token()).orElseThrow();
    }

    @Test
    void what_is_sent_again_by_two_windows_at_once_is_one_check_in() throws Exception {
        Rsvp rsvp = comes(person("Ana"), event);
        itBegins();
        List<Callable<CheckInResult>> sends = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            sends.add(() -> checkIns.take(door, List.of(in("key-1", rsvp))).getFirst());
        }
        assertThat(AtOnce.all(sends))
                .extracting(CheckInResult::outcome)
                .containsOnlyOnce(CheckInResult.Outcome.DONE)
                .doesNotContain(CheckInResult.Outcome.REFUSED);
        assertThat(attended(rsvp.supporterId())).isEqualTo(1);

        assertThat(checkIns.take(door, List.of(in("key-2", rsvp))).getFirst()).satisfies(result -> {
            assertThat(result.outcome()).isEqualTo(CheckInResult.Outcome.ALREADY);
            assertThat(result.told()).isPresent();
        });
        assertThat(attended(rsvp.supporterId())).isEqualTo(1);
    }

    @Test
    void a_queue_from_the_basement_counts_in_its_order_and_one_that_is_wrong_holds_up_no_other() {
        Rsvp ana = comes(person("Ana"), event);
        Rsvp bo = comes(person("Bo"), event);
        itBegins();
        Instant then = clock.instant();
        clock.tick(Duration.ofHours(20));
        var results = checkIns.take(
                door,
                List.of(
                        new CheckInDraft("a", new CheckInDraft.Came(ana.rsvpId(), CheckInWay.LIST), then),
                        new CheckInDraft("b", new CheckInDraft.Pass("nonsense"), then),
                        new CheckInDraft("c", new CheckInDraft.NotThere(ana.rsvpId()), then.plusSeconds(5)),
                        new CheckInDraft("d", new CheckInDraft.Pass(bo.token()), then.plusSeconds(9)),
                        new CheckInDraft(
                                "e",
                                new CheckInDraft.WalkIn(
                                        "Wanda", "", PhoneNumbers.national(Phones.fresh()), Optional.empty()),
                                then)));
        assertThat(results)
                .extracting(CheckInResult::outcome)
                .containsExactly(
                        CheckInResult.Outcome.DONE,
                        CheckInResult.Outcome.REFUSED,
                        CheckInResult.Outcome.DONE,
                        CheckInResult.Outcome.DONE,
                        CheckInResult.Outcome.DONE);
        assertThat(now(ana).state()).isEqualTo(RsvpState.COMING);
        assertThat(now(bo).checkedInAt()).contains(then.plusSeconds(9));
        assertThat(checkIns.list(door))
                .filteredOn(row -> row.rsvp().state() == RsvpState.ATTENDED)
                .extracting(row -> row.firstName())
                .containsExactlyInAnyOrder("Bo", "Wanda");
    }

    @Test
    void a_door_opens_in_its_hours_and_to_its_own_guests_alone() {
        Rsvp ana = comes(person("Ana"), event);
        assertThat(checkIns.take(door, List.of(in("early", ana))).getFirst().outcome())
                .isEqualTo(CheckInResult.Outcome.REFUSED);
        Event other = meeting();
        Rsvp elsewhere = comes(person("Bo"), other);
        itBegins();
        assertThat(checkIns.take(door, List.of(in("other", elsewhere)))
                        .getFirst()
                        .outcome())
                .isEqualTo(CheckInResult.Outcome.REFUSED);
        assertThat(now(elsewhere).state()).isEqualTo(RsvpState.COMING);
        var strangers = NewOrganization.with(db);
        assertThatThrownBy(
                        () -> checkIns.take(strangers.member(Role.ORGANIZER), event.eventId(), List.of(in("s", ana))))
                .isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> checkIns.take(here.member(Role.TEXTER), event.eventId(), List.of(in("t", ana))))
                .isInstanceOf(Problem.Refused.class);
    }

    @Test
    void the_page_of_the_door_needs_its_link_and_takes_what_is_sent() throws Exception {
        Rsvp ana = comes(person("Ana"), event);
        itBegins();
        String token = door.host().token();
        var page = browser().perform(get("/door/" + token)).andReturn();
        assertThat(page.getResponse().getContentAsString()).contains("Rent meeting", "/elements/door.js");
        assertThat(page.getRequest().getSession(false)).isNull();
        assertThat(status("/door/nothing")).isEqualTo(404);
        assertThat(status("/door/nothing/list")).isEqualTo(404);

        var answer = browser()
                .perform(post("/door/" + token + "/check-ins")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"taps\":[{\"key\":\"k1\",\"what\":\"in\",\"rsvp\":\""
                                + ana.rsvpId().text() + "\"},{\"key\":\"k2\",\"what\":\"fly\"},{\"what\":null},null]}"))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString())
                .contains("\"key\":\"k1\",\"outcome\":\"DONE\"")
                .contains("\"key\":\"k2\",\"outcome\":\"REFUSED\"")
                .contains("\"state\":\"ATTENDED\"");
        assertThat(browser()
                        .perform(post("/door/" + token + "/check-ins")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("nonsense"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(400);

        hosts.remove(ora, event.eventId(), door.host().eventHostId());
        assertThat(status("/door/" + token)).isEqualTo(404);
    }

    @Test
    void a_guest_checks_themselves_in_by_the_code_at_the_door() throws Exception {
        var phone = Phones.fresh();
        Rsvp ana = comes(person("Ana", phone), event);
        itBegins();
        String path = "/e/" + event.code() + "/here/" + event.doorPin();
        assertThat(status("/e/" + event.code() + "/here/" + (event.doorPin().equals("00000") ? "00001" : "00000")))
                .isEqualTo(404);
        String form = browser().perform(get(path)).andReturn().getResponse().getContentAsString();
        String time = form.replaceAll("(?s).*name=\"t\" value=\"([^\"]+)\".*", "$1");
        clock.tick(Duration.ofSeconds(3));
        var answer = browser()
                .perform(post(path)
                        .param("firstName", "Ana")
                        .param("phone", PhoneNumbers.national(phone))
                        .param("t", time))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(303);
        assertThat(now(ana).state()).isEqualTo(RsvpState.ATTENDED);
        assertThat(attended(ana.supporterId())).isEqualTo(1);
    }

    private int status(String path) throws Exception {
        return browser().perform(get(path)).andReturn().getResponse().getStatus();
    }

    private void itBegins() {
        clock.set(event.shifts().getFirst().startsAt());
    }

    private CheckInDraft in(String key, Rsvp rsvp) {
        return new CheckInDraft(key, new CheckInDraft.Came(rsvp.rsvpId(), CheckInWay.LIST), clock.instant());
    }

    private long attended(SupporterId who) {
        return actions.before(system, who, clock.instant().plus(Duration.ofDays(1)), 20).stream()
                .filter(action ->
                        action.type() == ActionType.ATTENDED && action.voided().isEmpty())
                .count();
    }
}
