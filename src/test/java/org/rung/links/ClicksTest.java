package org.rung.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.rung.cast.AtOnce;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Problem;
import org.rung.filters.FilterLine;
import org.rung.filters.SupporterFilter;
import org.rung.filters.SupporterList;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

class ClicksTest extends LinkStory {

    @Autowired
    Visits visits;

    @Autowired
    Sources sources;

    @Autowired
    SupporterList list;

    @Test
    void a_person_goes_straight_on_and_it_is_one_action() throws Exception {
        var nia = somebody();
        var code = texted(nia, "Sign at " + RENT + ".");

        var answer = opens(code, Visitor.person());
        assertThat(answer.getStatus()).isEqualTo(302);
        assertThat(answer.getHeader("Location")).isEqualTo(RENT);
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.getHeader("X-Robots-Tag")).contains("noindex");
        assertThat(answer.getCookies()).isEmpty();
        assertThat(answer.getHeader("Set-Cookie")).isNull();
        // The redirect does not wait for the ladder.
        assertThat(clicked(nia)).isZero();

        counted();
        assertThat(clicked(nia)).isEqualTo(1);
        assertThat(visits.before(ora, nia.supporterId(), clock.instant(), 10))
                .as("the first one is told by its action")
                .isEmpty();

        clock.tick(Duration.ofHours(3));
        opens(code, Visitor.person());
        counted();
        assertThat(clicked(nia)).isEqualTo(1);
        assertThat(visits.before(ora, nia.supporterId(), clock.instant(), 10))
                .extracting(Visits.Visit::host)
                .containsExactly("eastside.org");
    }

    @Test
    void a_scanner_is_filtered_and_the_person_after_it_counts() {
        var nia = somebody();
        var code = texted(nia, RENT);

        var preview = opens(code, Visitor.person().calling("facebookexternalhit/1.1 Facebot Twitterbot/1.0"));
        assertThat(preview.getStatus()).isEqualTo(302);
        counted();
        assertThat(clicked(nia)).isZero();

        opens(code, Visitor.person());
        counted();
        assertThat(clicked(nia)).isEqualTo(1);
        assertThat(row(0))
                .returns(1L, LinkRow::people)
                .returns(1L, LinkRow::clicks)
                .returns(1L, LinkRow::scans);
    }

    @Test
    void a_look_by_head_counts_for_nothing_and_the_get_after_it_is_asked_first() throws Exception {
        var nia = somebody();
        var code = texted(nia, RENT);
        var robot = Visitor.person();

        var head = ask(HttpMethod.HEAD, code, robot);
        assertThat(head.getStatus()).isEqualTo(302);
        assertThat(head.getContentAsString()).isEmpty();
        clock.tick(Duration.ofSeconds(1));
        assertThat(opens(code, robot).getStatus()).isEqualTo(200);

        counted();
        assertThat(clicked(nia)).isZero();
        assertThat(row(0).scans()).isEqualTo(2);
    }

    @Test
    void a_browser_that_reads_ahead_counts_for_nothing() {
        var nia = somebody();
        var code = texted(nia, RENT);

        opens(code, Visitor.person(), "Sec-Purpose", "prefetch;prerender");
        counted();

        assertThat(clicked(nia)).isZero();
        assertThat(row(0)).returns(0L, LinkRow::people).returns(1L, LinkRow::scans);
    }

    @Test
    void who_opens_it_within_a_second_of_sending_presses_a_button_and_counts() throws Exception {
        var nia = somebody();
        var code = queued(nia, 0, "Go: " + RENT).code();
        leave();
        clock.tick(Duration.ofSeconds(1));
        var quick = Visitor.person();

        var page = opens(code, quick);
        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(page.getContentAsString())
                .contains("Go on to eastside.org?", "<form method=\"post\" action=\"/l/" + code + "\">")
                .doesNotContain("<script");
        counted();
        assertThat(clicked(nia)).isZero();

        var pressed = ask(HttpMethod.POST, code, quick);
        assertThat(pressed.getStatus()).isEqualTo(303);
        assertThat(pressed.getHeader("Location")).isEqualTo(RENT);
        counted();
        assertThat(clicked(nia)).isEqualTo(1);
    }

    @Test
    void one_address_that_opens_the_links_of_many_people_at_once_is_a_program_from_its_first_one_on() {
        var scanner = Visitor.person();
        List<Person> people = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            people.add(somebody());
            codes.add(queued(people.getLast(), 7, RENT).code());
        }
        leave();
        clock.tick(Duration.ofMinutes(1));

        for (int i = 0; i < 6; i++)
            assertThat(opens(codes.get(i), scanner).getStatus()).isEqualTo(i < 4 ? 302 : 200);
        counted();

        assertThat(people).allMatch(person -> clicked(person) == 0);
        assertThat(row(7))
                .returns(6L, LinkRow::sent)
                .returns(0L, LinkRow::people)
                .returns(6L, LinkRow::scans);
        opens(codes.getFirst(), Visitor.person());
        counted();
        assertThat(row(7).people()).isEqualTo(1);
    }

    @Test
    void many_people_behind_one_address_keep_their_clicks_and_those_in_the_crowd_press_a_button() {
        var shared = Visitor.person();
        List<Person> people = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            people.add(somebody());
            codes.add(queued(people.getLast(), 7, RENT).code());
        }
        leave();
        clock.tick(Duration.ofMinutes(1));

        for (int i = 0; i < 7; i++) {
            var answer = opens(codes.get(i), shared, "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document");
            assertThat(answer.getStatus()).isEqualTo(i < 4 ? 302 : 200);
            if (i > 4)
                assertThat(ask(HttpMethod.POST, codes.get(i), shared).getStatus())
                        .isEqualTo(303);
        }
        counted();

        // The fifth one saw the button and did not press it.
        for (int i = 0; i < 7; i++) assertThat(clicked(people.get(i))).isEqualTo(i == 4 ? 0 : 1);
    }

    @Test
    void a_household_that_shares_one_address_is_no_crowd() {
        var home = Visitor.person();
        var nia = somebody();
        var leo = somebody();
        var first = texted(nia, RENT);
        var second = texted(leo, RENT);

        opens(first, home);
        opens(second, home);
        counted();

        assertThat(clicked(nia)).isEqualTo(1);
        assertThat(clicked(leo)).isEqualTo(1);
    }

    @Test
    void many_clicks_and_many_texts_are_one_action_for_an_address() throws Exception {
        var nia = somebody();
        var first = texted(nia, RENT);
        var second = texted(nia, "Once more: " + RENT);
        List<Callable<Integer>> at = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            at.add(() -> opens(first, Visitor.person()).getStatus());
            at.add(() -> opens(second, Visitor.person()).getStatus());
        }
        assertThat(AtOnce.all(at)).containsOnly(302);

        clock.tick(Duration.ofMinutes(1));
        AtOnce.all(List.<Callable<Integer>>of(() -> fold.some(3), () -> fold.some(3), () -> fold.some(3)));
        counted();

        assertThat(clicked(nia)).isEqualTo(1);
        assertThat(row(0))
                .returns(2L, LinkRow::sent)
                .returns(1L, LinkRow::people)
                .returns(8L, LinkRow::clicks);
        texted(nia, "And https://eastside.org/other");
    }

    @Test
    void folding_twice_counts_once() {
        var nia = somebody();
        opens(texted(nia, RENT), Visitor.person());
        counted();
        counted();
        assertThat(row(0).clicks()).isEqualTo(1);
    }

    @Test
    void another_organizations_host_does_not_know_the_link() throws Exception {
        var host = "go" + Id.next() + ".example.org";
        var others = organizations.found("Others " + Id.next(), "US", java.time.ZoneId.of("America/New_York"), true);
        choices.change(new Actor.System(others), new LinkSettings(Optional.of(host), true, false));
        var code = texted(somebody(), RENT);

        assertThat(opens(code, Visitor.person().at(host)).getStatus()).isEqualTo(404);
        assertThat(opens(code, Visitor.person().at("localhost")).getStatus()).isEqualTo(302);
        assertThatThrownBy(() -> choices.change(ora, new LinkSettings(Optional.of(host), true, false)))
                .isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void a_link_of_the_organizations_own_host_opens_there_and_at_rungs_address() {
        var host = "go" + Id.next() + ".example.org";
        choices.change(ora, new LinkSettings(Optional.of("HTTPS://" + host + "/"), true, false));
        var nia = somebody();
        var sent = queued(nia, 0, RENT);
        assertThat(sent.body()).matches("https://" + host + "/l/\\w{8}");
        leave();
        clock.tick(Duration.ofMinutes(1));

        assertThat(opens(sent.code(), Visitor.person().at(host)).getStatus()).isEqualTo(302);
        choices.change(ora, LinkSettings.USUAL);
        assertThat(opens(sent.code(), Visitor.person().at(host)).getStatus()).isEqualTo(302);
    }

    @Test
    void a_link_of_someone_erased_leads_nowhere_and_leaves_nothing() throws Exception {
        var nia = somebody();
        var code = texted(nia, RENT);
        opens(code, Visitor.person());

        supporters.erase(ora, nia.supporterId());

        var gone = opens(code, Visitor.person());
        assertThat(gone.getStatus()).isEqualTo(404);
        counted();
        for (var table : List.of("links", "link_clicks"))
            assertThat(db.fetch("select 1 from " + table + " where organization_id = ?", here.value()))
                    .isEmpty();
        assertThat(row(0).sent()).isZero();
    }

    @Test
    void an_expired_link_says_so_in_the_readers_language() throws Exception {
        var code = texted(somebody(), RENT);
        clock.tick(Duration.ofDays(401));

        var gone = opens(code, Visitor.person().speaking("es-MX"));
        assertThat(gone.getStatus()).isEqualTo(404);
        assertThat(gone.getContentType()).startsWith("text/html");
        assertThat(gone.getContentAsString()).contains("Este enlace no lleva a ningún lado", "lang=\"es\"");
        assertThat(opens("nonsense!", Visitor.person()).getContentAsString()).contains("leads nowhere");
    }

    @Test
    void who_guesses_codes_has_to_wait_and_others_do_not() {
        var code = texted(somebody(), RENT);
        var guesser = Visitor.person();
        for (int i = 0; i < Guesses.ALLOWED; i++)
            assertThat(opens(LinkCode.fresh().text(), guesser).getStatus()).isEqualTo(404);

        var closed = opens(code, guesser);
        assertThat(closed.getStatus()).isEqualTo(429);
        assertThat(closed.getHeader("Retry-After")).isNotNull();
        assertThat(opens(code, Visitor.person()).getStatus()).isEqualTo(302);
        clock.tick(Guesses.WINDOW);
        assertThat(opens(code, guesser).getStatus()).isEqualTo(302);
    }

    @Test
    void an_address_is_never_echoed_unescaped() throws Exception {
        var nia = somebody();
        var code = queued(nia, 0, "https://eastside.org/'><script>alert(1)</script>?a=\"&lt;")
                .code();

        var page = opens(code, Visitor.person());
        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(page.getContentAsString()).doesNotContain("<script", "'><", "\"&lt");
    }

    @Test
    void no_network_address_is_stored_and_yesterdays_salt_is_gone() {
        var visitor = Visitor.person();
        opens(texted(somebody(), RENT), visitor);

        var source = db.fetchSingle("select source from link_clicks where organization_id = ?", here.value())
                .get(0, String.class);
        assertThat(source).hasSize(22).doesNotContain(visitor.address());
        assertThat(sources.of(visitor.address(), visitor.agent())).isEqualTo(source);
        clock.tick(Duration.ofDays(1));
        assertThat(sources.of(visitor.address(), visitor.agent())).isNotEqualTo(source);
        assertThat(sources.dropOld()).isPositive();
        assertThat(sources.dropOld()).isZero();
    }

    @Test
    void those_who_opened_it_are_found_by_a_filter() {
        var nia = somebody();
        var leo = somebody();
        opens(texted(nia, RENT), Visitor.person());
        texted(leo, RENT);
        counted();

        var line = new FilterLine("clicked", "", List.of(row(0).linkTargetId().text()));
        assertThat(list.count(ora, new SupporterFilter("", List.of(line)))).isEqualTo(1);
        var others = organizations.found("Others " + Id.next(), "US", java.time.ZoneId.of("America/New_York"), true);
        // A link of another organization is none: turned round, "nobody here opened it" would be everyone.
        assertThatThrownBy(() -> list.count(new Actor.System(others), new SupporterFilter("", List.of(line))))
                .isInstanceOf(Problem.Invalid.class);
    }
}
