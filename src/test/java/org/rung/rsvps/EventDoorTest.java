package org.rung.rsvps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.rung.cast.Phones;
import org.rung.common.Page;
import org.rung.common.PhoneNumber;
import org.rung.common.PhoneNumbers;
import org.rung.events.Event;
import org.rung.events.EventDraft;
import org.rung.events.EventId;
import org.rung.events.EventStory;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class EventDoorTest extends EventStory {
    private static int address;

    @Test
    void somebody_signs_up_without_an_account_and_changes_their_mind() throws Exception {
        Event event = meeting();
        var page = open("/e/" + event.code());
        assertThat(page.getContentAsString())
                .contains("Rent meeting", "Eastside library", "Step-free", "I am coming")
                .doesNotContain("12 Elm Street", "meet.example.org")
                .doesNotContain("<script");
        assertThat(page.getHeader("Content-Security-Policy")).contains("default-src 'none'");

        var answer = signUp(event, time(page), "Zora", Phones.fresh(), true);
        assertThat(answer.getStatus()).isEqualTo(303);
        String own = answer.getHeader("Location");
        var mine = open(own).getContentAsString();
        assertThat(mine)
                .contains("You are coming", "12 Elm Street", "meet.example.org")
                .doesNotContain("Zora");

        assertThat(send(post(own).param("do", "cannot")).getStatus()).isEqualTo(303);
        assertThat(open(own).getContentAsString())
                .contains("You are not coming")
                .doesNotContain("12 Elm Street", "meet.example.org");
        assertThat(rows(event))
                .singleElement()
                .satisfies(row -> assertThat(row.rsvp().state()).isEqualTo(RsvpState.CANNOT));
    }

    @Test
    void whether_somebody_is_known_looks_the_same() throws Exception {
        Event event = meeting();
        var known = Phones.fresh();
        comes(person("Nia", known), event);
        var again = signUp(event, time(open("/e/" + event.code())), "Nia", known, false);
        var fresh = signUp(event, time(open("/e/" + event.code())), "Bo", Phones.fresh(), false);
        String first = open(again.getHeader("Location")).getContentAsString();
        String second = open(fresh.getHeader("Location")).getContentAsString();
        assertThat(again.getStatus()).isEqualTo(fresh.getStatus());
        assertThat(first.replaceAll("/r/[\\w-]+", "/r/x")).isEqualTo(second.replaceAll("/r/[\\w-]+", "/r/x"));
        assertThat(rows(event)).hasSize(2);
    }

    @Test
    void programs_are_thanked_and_nothing_is_written() throws Exception {
        Event event = meeting();
        String time = time(open("/e/" + event.code()));
        clock.tick(Duration.ofSeconds(5));
        var trapped = send(form(event, time, "Bot", Phones.fresh(), true).param("website", "https://spam.example"));
        assertThat(trapped.getStatus()).isEqualTo(303);
        assertThat(open(trapped.getHeader("Location")).getContentAsString()).contains("Thank you");

        String fast = time(open("/e/" + event.code()));
        assertThat(send(form(event, fast, "Fast", Phones.fresh(), true)).getContentAsString())
                .contains("press the button again");
        assertThat(send(form(event, "1.forged", "Forged", Phones.fresh(), true)).getContentAsString())
                .contains("press the button again");
        Event other = meeting();
        String others = time(open("/e/" + other.code()));
        clock.tick(Duration.ofSeconds(5));
        assertThat(send(form(event, others, "Other", Phones.fresh(), true)).getContentAsString())
                .contains("press the button again");
        assertThat(rows(event)).isEmpty();
    }

    @Test
    void whoever_signs_up_too_often_waits() throws Exception {
        Event event = meeting();
        var phone = Phones.fresh();
        String time = time(open("/e/" + event.code()));
        clock.tick(Duration.ofSeconds(5));
        int last = 0;
        for (int i = 0; i < 8; i++) {
            last = send(form(event, time, "Name" + (char) ('a' + i), phone, false))
                    .getStatus();
        }
        assertThat(last).isEqualTo(429);
        int flood = 0;
        for (int i = 0; i < 40; i++) {
            flood = browser()
                    .perform(form(event, time, "Flood", Phones.fresh(), false).with(request -> {
                        request.setRemoteAddr("203.0.113.77");
                        return request;
                    }))
                    .andReturn()
                    .getResponse()
                    .getStatus();
        }
        assertThat(flood).isEqualTo(429);
    }

    @Test
    void ugly_input_is_said_at_the_form_and_escaped() throws Exception {
        Event event =
                published(EventDraft.of("<b>Rent</b> & \"more\"", ZONE, LIBRARY, List.of(shift(3, Optional.empty()))));
        assertThat(open("/e/" + event.code()).getContentAsString())
                .contains("&lt;b&gt;Rent&lt;/b&gt; &amp; &quot;more&quot;")
                .doesNotContain("<b>Rent");
        String time = time(open("/e/" + event.code()));
        clock.tick(Duration.ofSeconds(5));
        var wrong = send(post("/e/" + event.code())
                .param("t", time)
                .param("shift", event.shifts().getFirst().shiftId().text())
                .param("firstName", "\"><script>alert(1)</script>")
                .param("phone", "12"));
        assertThat(wrong.getStatus()).isEqualTo(400);
        assertThat(wrong.getContentAsString()).contains("role=\"alert\"").doesNotContain("<script>");
        for (String address : List.of("/e/nothing1", "/r/nothing", "/e/x", "/r/" + "y".repeat(500))) {
            assertThat(open(address).getStatus()).as(address).isEqualTo(404);
        }
    }

    @Test
    void a_calendar_file_keeps_its_name_counts_changes_and_hides_what_is_hidden() throws Exception {
        Event event = meeting();
        var shift = event.shifts().getFirst();
        String open = open("/e/" + event.code() + "/" + shift.shiftId().text() + ".ics")
                .getContentAsString();
        assertThat(open)
                .contains("UID:" + shift.shiftId().text() + "@", "STATUS:CONFIRMED", "LOCATION:Eastside library\r\n")
                .doesNotContain("Elm");
        assertThat(open.lines()).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);

        Rsvp rsvp = comes(person("Nia"), event);
        String mine = open("/r/" + rsvp.token() + "/event.ics").getContentAsString();
        assertThat(mine)
                .contains("12 Elm Street")
                .contains("UID:" + shift.shiftId().text() + "@");
        int before = sequence(mine);
        events.cancel(ora, event.eventId());
        String off = open("/r/" + rsvp.token() + "/event.ics").getContentAsString();
        assertThat(off).contains("METHOD:CANCEL", "STATUS:CANCELLED");
        assertThat(sequence(off)).isGreaterThan(before);
    }

    @Test
    void what_is_over_or_called_off_promises_nothing_more() throws Exception {
        Event event = meeting();
        Rsvp rsvp = comes(person("Nia"), event);
        assertThat(open("/e/" + event.code()).getContentAsString()).contains(".ics", "event-form");
        assertThat(open("/r/" + rsvp.token()).getContentAsString()).contains("You are coming", "event.ics");

        clock.tick(Duration.ofDays(9));
        assertThat(open("/e/" + event.code()).getContentAsString())
                .contains("This event is over")
                .doesNotContain(".ics", "event-form");
        assertThat(open("/r/" + rsvp.token()).getContentAsString())
                .contains("This event is over")
                .doesNotContain("You are coming", "event.ics", "pass.svg");

        Event off = meeting();
        Rsvp theirs = comes(person("Bo"), off);
        events.cancel(ora, off.eventId());
        assertThat(open("/e/" + off.code()).getContentAsString())
                .contains("This event was called off")
                .doesNotContain(".ics", "event-form");
        assertThat(open("/r/" + theirs.token()).getContentAsString())
                .contains("This event was called off", "event.ics")
                .doesNotContain("pass.svg", "You are coming");
    }

    @Test
    void an_application_to_host_marks_the_field_that_is_wrong_and_keeps_what_was_typed() throws Exception {
        EventId id = events.make(
                ora, EventDraft.of("House meetings", ZONE, LIBRARY, List.of()).asUmbrella("Bring tea"));
        events.publish(ora, id);
        Event event = events.get(ora, id);
        String time = time(open("/e/" + event.code() + "/host"));
        clock.tick(Duration.ofSeconds(5));
        var wrong = send(post("/e/" + event.code() + "/host")
                .param("t", time)
                .param("firstName", "Hana")
                .param("phone", Phones.fresh().text())
                .param("placeName", "Hana's kitchen")
                .param("from", "18:00")
                .param("until", "20:00"));
        assertThat(wrong.getStatus()).isEqualTo(400);
        assertThat(wrong.getContentAsString())
                .containsPattern("id=\"wrong\"[^<]*>The day")
                .containsPattern("<input id=\"day\"[^>]*aria-invalid=\"true\" aria-describedby=\"wrong\"")
                .doesNotContainPattern("<input id=\"phone\"[^>]*aria-invalid")
                .contains("Hana&#39;s kitchen");
    }

    @Test
    void a_full_event_says_so_and_keeps_the_address_from_whoever_waits() throws Exception {
        Event event = meeting(Optional.of(1));
        comes(person("Ana"), event);
        assertThat(open("/e/" + event.code()).getContentAsString()).contains("All places are taken");
        var answer = signUp(event, time(open("/e/" + event.code())), "Bo", Phones.fresh(), true);
        assertThat(open(answer.getHeader("Location")).getContentAsString())
                .contains("waiting list")
                .doesNotContain("12 Elm Street");
    }

    @Test
    void it_speaks_spanish_and_an_umbrella_lists_what_is_held_under_it() throws Exception {
        EventId umbrella = events.make(
                ora, EventDraft.of("House meetings", ZONE, LIBRARY, List.of()).asUmbrella("Bring tea"));
        events.publish(ora, umbrella);
        Event held = published(EventDraft.of("House meetings", ZONE, LIBRARY, List.of(shift(3, Optional.empty())))
                .heldUnder(umbrella));
        var page = send(get("/e/" + events.get(ora, umbrella).code()).locale(Locale.of("es")));
        assertThat(page.getContentAsString()).contains("lang=\"es\"", "Organiza uno", "/e/" + held.code());
    }

    private MockHttpServletResponse open(String path) throws Exception {
        return send(get(path));
    }

    /** Each from an address of its own. */
    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        String from = "198.51.100." + (address++ % 250);
        var answer = browser()
                .perform(request.with(each -> {
                    each.setRemoteAddr(from);
                    return each;
                }))
                .andReturn();
        assertThat(answer.getRequest().getSession(false)).isNull();
        answer.getResponse().setDefaultCharacterEncoding("UTF-8");
        return answer.getResponse();
    }

    private MockHttpServletResponse signUp(Event event, String time, String name, PhoneNumber phone, boolean texts)
            throws Exception {
        clock.tick(Duration.ofSeconds(5));
        return send(form(event, time, name, phone, texts));
    }

    private static MockHttpServletRequestBuilder form(
            Event event, String time, String name, PhoneNumber phone, boolean texts) {
        var form = post("/e/" + event.code())
                .param("t", time)
                .param("shift", event.shifts().getFirst().shiftId().text())
                .param("firstName", name)
                .param("lastName", "")
                .param("phone", PhoneNumbers.national(phone));
        return texts ? form.param("texts", "yes") : form;
    }

    private static String time(MockHttpServletResponse page) throws Exception {
        var found = Pattern.compile("name=\"t\" value=\"([^\"]+)\"").matcher(page.getContentAsString());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static int sequence(String calendar) {
        var found = Pattern.compile("SEQUENCE:(\\d+)").matcher(calendar);
        assertThat(found.find()).isTrue();
        return Integer.parseInt(found.group(1));
    }

    private List<RsvpRow> rows(Event event) {
        return rsvps.page(system, event.eventId(), RsvpFilter.ALL, Page.Wanted.first(10))
                .rows();
    }
}
