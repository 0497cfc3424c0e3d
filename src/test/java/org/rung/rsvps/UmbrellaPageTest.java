package org.rung.rsvps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.cast.NewOrganization;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.events.Event;
import org.rung.events.EventDraft;
import org.rung.events.EventId;
import org.rung.events.EventStory;
import org.rung.events.Locality;
import org.rung.events.Venue;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.util.HtmlUtils;

/** What everyone sees of an umbrella: how far its day is, who takes people, and where, but nobody's address. */
class UmbrellaPageTest extends EventStory {
    private static final String OAKLAND = "94601";
    private static final String SACRAMENTO = "95817";
    private static final String BUFFALO = "14201";

    @Autowired
    Gatherings gatherings;

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
    void it_counts_the_days_the_gatherings_and_who_signed_up() throws Exception {
        assertThat(page("")).contains("None yet").doesNotContain("event-countdown", "rung-map");
        Event first = held("Ana's kitchen", "Oakland", OAKLAND, 12, Optional.of(1));
        held("Bo's porch", "Buffalo", BUFFALO, 14, Optional.empty());
        comes(person("Nia"), first);
        comes(person("Zora"), first);

        assertThat(page("")).contains(">In 12 days<", "2 gatherings · 2 people have signed up");
        assertThat(send("/e/" + umbrella.code(), Locale.of("es")).getContentAsString())
                .contains(">En 12 días<", "2 encuentros · se apuntaron 2 personas", "Código postal o ciudad");
        clock.tick(Duration.ofDays(12));
        assertThat(page("")).contains(">Today<");
        clock.tick(Duration.ofDays(1));
        assertThat(page("")).contains(">It has begun<");
        clock.tick(Duration.ofDays(3));
        assertThat(page("")).contains(">Over<", "All of them are over").doesNotContain("rung-map");
    }

    @Test
    void its_list_has_those_that_still_take_people_and_leads_to_each() throws Exception {
        Event open = held("Ana's kitchen", "Oakland", OAKLAND, 5, Optional.of(2));
        Event full = held("Bo's porch", "Oakland", OAKLAND, 6, Optional.of(1));
        Event off = held("Cai's yard", "Oakland", OAKLAND, 7, Optional.empty());
        events.make(ora, draft("Dee's attic", "Oakland", OAKLAND, 8, Optional.empty()));
        comes(person("Nia"), full);
        events.cancel(ora, off.eventId());
        assertThat(listed("")).containsExactly(open.code());
        assertThat(page("")).contains("Ana&#39;s kitchen", "Oakland · ").doesNotContain("Dee", "Cai");
        comes(person("Zora"), open);
        comes(person("Mia"), open);
        assertThat(listed("")).isEmpty();
        assertThat(page("")).contains("All places are taken at present", "rung-map");
    }

    @Test
    void an_address_that_is_hidden_is_nowhere_and_dots_are_about_a_kilometre_wide() throws Exception {
        held("Ana's kitchen", "Oakland", OAKLAND, 5, Optional.empty());
        held("Bo's porch", "Oakland", OAKLAND, 6, Optional.empty());
        for (String query : List.of("", "?near=" + OAKLAND, "?near=Oakland", "?near=3+Oak+Lane")) {
            assertThat(page(query).replaceAll("value=\"3 Oak Lane\"|“3 Oak Lane”", ""))
                    .doesNotContain("3 Oak Lane");
        }
        String json = people(page(""));
        assertThat(json)
                .as("the middle of the postal code is 37.7769, -122.2179")
                .isEqualTo(
                        "[{\"latitude\":37.78,\"longitude\":-122.22,\"people\":2,\"said\":\"Oakland: 2 gatherings\"}]");
    }

    @Test
    void a_code_or_a_town_sorts_by_distance_and_what_nobody_knows_says_so() throws Exception {
        Event buffalo = held("Ana's kitchen", "Buffalo", BUFFALO, 5, Optional.empty());
        Event nowhere = held("Bo's porch", "", "", 6, Optional.empty());
        Event sacramento = held("Cai's yard", "Sacramento", SACRAMENTO, 7, Optional.empty());
        Event oakland = held("Dee's attic", "Oakland", OAKLAND, 8, Optional.empty());
        assertThat(listed("")).containsExactly(buffalo.code(), nowhere.code(), sacramento.code(), oakland.code());
        var nearest = List.of(oakland.code(), sacramento.code(), buffalo.code(), nowhere.code());
        for (String near : List.of(OAKLAND, "94601-1234", "oakland", "Berkeley", "berkeley,%20ca", "%2094703%20")) {
            assertThat(listed("?near=" + near)).as(near).isEqualTo(nearest);
        }
        assertThat(page("?near=" + OAKLAND)).contains("The nearest to 94601 first.", "about 1 mile away");
        assertThat(page("?near=Berkeley")).contains("The nearest to Berkeley, CA first.");
        assertThat(page("?near=00000")).contains("Nobody here knows where “00000” is.");
        assertThat(listed("?near=Nowhereville")).hasSize(4);
        assertThat(page("?near=%22%3E%3Cscript%3Ealert(1)%3C/script%3E"))
                .contains("Nobody here knows")
                .doesNotContain("<script>");
    }

    @Test
    void many_are_pages_and_each_is_on_one() throws Exception {
        for (int i = 0; i < 43; i++) held("Kitchen " + i, "Oakland", OAKLAND, 5, Optional.empty());
        var all = new LinkedHashSet<String>();
        for (int page = 1; page <= 3; page++) {
            var some = listed("?near=94601&p=" + page);
            assertThat(some).hasSize(page < 3 ? 20 : 3);
            all.addAll(some);
        }
        assertThat(all).hasSize(43);
        assertThat(page("?near=94601&p=2")).contains("2 of 3", "?near=94601&amp;p=1#held", "?near=94601&amp;p=3#held");
        assertThat(listed("?p=99")).isEqualTo(listed("?p=3"));
        assertThat(listed("?p=x")).isEqualTo(listed(""));
    }

    @Test
    void what_another_organization_holds_is_never_there() throws Exception {
        held("Ana's kitchen", "Oakland", OAKLAND, 5, Optional.empty());
        var others = NewOrganization.with(db);
        var their = others.member(Role.ORGANIZER);
        EventId theirs = events.make(their, draftOf("Their kitchen", "Oakland", OAKLAND, 5, Optional.empty()));
        events.publish(their, theirs);
        db.execute(
                "update events set umbrella_event_id = ? where event_id = ?",
                umbrella.eventId().value(),
                theirs.value());
        assertThat(page("")).contains("1 gathering<").doesNotContain("Their kitchen");
        assertThatThrownBy(() -> gatherings.under(their, umbrella.eventId())).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> gatherings.under(here.member(Role.TEXTER), umbrella.eventId()))
                .isInstanceOf(Problem.Refused.class);
    }

    @Test
    void only_an_umbrella_may_run_a_script_and_it_is_ours() throws Exception {
        held("Ana's kitchen", "<img src=x onerror=alert(1)>", OAKLAND, 5, Optional.empty());
        var open = send("/e/" + umbrella.code(), Locale.ENGLISH);
        assertThat(open.getHeader("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "connect-src 'self'")
                .doesNotContain("unsafe", "http");
        assertThat(open.getContentAsString())
                .contains("src=\"/elements/map.js\"")
                .doesNotContain("<img", "https://", "<script>");
        assertThat(send("/e/" + meeting().code(), Locale.ENGLISH).getHeader("Content-Security-Policy"))
                .doesNotContain("script-src", "connect-src");
    }

    @Test
    void organizers_see_it_by_state() {
        comes(person("Nia"), held("Ana's kitchen", "Oakland", OAKLAND, 5, Optional.empty()));
        held("Bo's porch", "Sacramento", SACRAMENTO, 5, Optional.empty());
        held("Cai's yard", "Buffalo", BUFFALO, 5, Optional.empty());
        held("Dee's attic", "", "", 5, Optional.empty());
        var gathered = gatherings.under(ora, umbrella.eventId());
        assertThat(gathered.regions())
                .containsExactly(
                        new Gathered.Region("California", 2, 1),
                        new Gathered.Region("New York", 1, 0),
                        new Gathered.Region("", 1, 0));
        assertThat(gathered.dots()).hasSize(3);
        assertThat(gathered.countdown().orElseThrow().days()).isEqualTo(5);
    }

    private EventDraft draftOf(String place, String town, String code, int days, Optional<Integer> capacity) {
        var home = new Venue(place, "3 Oak Lane", new Locality(town, code), true, "", "");
        return EventDraft.of("House meetings", ZONE, home, List.of(shift(days, capacity)));
    }

    private EventDraft draft(String place, String town, String code, int days, Optional<Integer> capacity) {
        return draftOf(place, town, code, days, capacity).heldUnder(umbrella.eventId());
    }

    private Event held(String place, String town, String code, int days, Optional<Integer> capacity) {
        return published(draft(place, town, code, days, capacity));
    }

    private String page(String query) throws Exception {
        var answer = send("/e/" + umbrella.code() + query, Locale.ENGLISH);
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString();
    }

    private MockHttpServletResponse send(String address, Locale language) throws Exception {
        var answer = browser()
                .perform(get(java.net.URI.create(address)).locale(language))
                .andReturn()
                .getResponse();
        answer.setDefaultCharacterEncoding("UTF-8");
        return answer;
    }

    /** The codes of what the list leads to, in its order. */
    private List<String> listed(String query) throws Exception {
        String page = page(query);
        int from = page.indexOf("<ul class=\"event-held\">");
        if (from < 0) return List.of();
        var codes = new ArrayList<String>();
        var found =
                Pattern.compile("href=\"/e/([a-z0-9]+)\"").matcher(page.substring(from, page.indexOf("</ul>", from)));
        while (found.find()) codes.add(found.group(1));
        return codes;
    }

    private static String people(String page) {
        var found = Pattern.compile("people=\"([^\"]*)\"").matcher(page);
        assertThat(found.find()).isTrue();
        return HtmlUtils.htmlUnescape(found.group(1));
    }
}
