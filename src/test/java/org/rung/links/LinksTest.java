package org.rung.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rung.cast.AtOnce;
import org.rung.cast.NewOrganization;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Page;
import org.rung.common.Problem;
import org.rung.common.Role;

class LinksTest extends LinkStory {

    @Test
    void each_recipient_has_a_link_of_their_own_and_the_address_is_counted_once() {
        var first = queued(somebody(), 5, "Sign " + RENT + " or " + RENT + ", and see https://eastside.org/b");
        var second = queued(somebody(), 5, "Sign " + RENT);

        assertThat(first.body()).matches("Sign \\S+/l/\\w{8} or \\S+/l/\\w{8}, and see \\S+/l/\\w{8}");
        assertThat(first.code()).isNotEqualTo(second.code());
        assertThat(links.of(ora, 5, Page.Wanted.first(10)).rows())
                .extracting(LinkRow::url, LinkRow::sent)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(RENT, 3L),
                        org.assertj.core.groups.Tuple.tuple("https://eastside.org/b", 1L));
    }

    @Test
    void a_site_without_https_is_shortened_too_and_leads_there_with_it() {
        var sent = queued(somebody(), 5, "Sign at eastside.org/rent, e.g. today");

        assertThat(sent.body()).matches("Sign at \\S+/l/\\w{8}, e\\.g\\. today");
        leave();
        clock.tick(java.time.Duration.ofMinutes(1));
        assertThat(opens(sent.code(), Visitor.person()).getHeader("Location")).isEqualTo("https://eastside.org/rent");
        assertThatThrownBy(() -> queued(somebody(), 5, "Sign at printer.local/rent"))
                .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void the_same_words_in_many_texts_at_once_make_one_target() throws Exception {
        List<Callable<Sent>> sends = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            var to = somebody();
            sends.add(() -> queued(to, 9, "https://eastside.org/b " + RENT));
        }
        AtOnce.all(sends);

        assertThat(links.of(ora, 9, Page.Wanted.first(10)).rows()).hasSize(2).allMatch(row -> row.sent() == 8);
    }

    @Test
    void a_text_taken_back_takes_its_links_along() {
        var nia = somebody();
        var sent = queued(nia, 6, RENT);
        texts.cancelUnclaimed(here, List.of(sent.messageId()));

        assertThat(row(6).sent()).isZero();
        assertThat(opens(sent.code(), Visitor.person()).getStatus()).isEqualTo(404);
    }

    @Test
    void a_text_that_came_back_from_before_keeps_its_own_links() {
        var nia = somebody();
        transaction.executeWithoutResult(status -> {
            var shortened = links.shorten(here, Optional.empty(), false, RENT);
            links.keep(here, shortened, nia.supporterId(), new org.rung.common.MessageId(Id.next()), "earlier words");
        });
        assertThat(row(0).sent()).isZero();
    }

    @Test
    void pages_follow_each_other() {
        for (int i = 0; i < 5; i++) queued(somebody(), 8, "https://eastside.org/" + i);
        var first = links.of(ora, 8, Page.Wanted.first(2));
        var second = links.of(ora, 8, new Page.Wanted(first.next(), 2));
        var third = links.of(ora, 8, new Page.Wanted(second.next(), 2));

        assertThat(third.next()).isEmpty();
        assertThat(List.of(first, second, third))
                .flatExtracting(Page::rows)
                .extracting(LinkRow::url)
                .containsExactly(
                        "https://eastside.org/4",
                        "https://eastside.org/3",
                        "https://eastside.org/2",
                        "https://eastside.org/1",
                        "https://eastside.org/0");
    }

    @Test
    void without_tracking_words_leave_as_they_are_and_unsafe_ones_do_not_leave() {
        choices.change(ora, new LinkSettings(Optional.empty(), false, false));
        assertThat(queued(somebody(), 0, RENT).body()).isEqualTo(RENT);
        assertThatThrownBy(() -> queued(somebody(), 0, "See https://10.0.0.1/x"))
                .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void a_first_text_has_no_address_unless_the_organization_wants_it() {
        for (var words : List.of("Sign " + RENT, "Sign at eastside.org/rent"))
            assertThatThrownBy(() -> links.shorten(here, Optional.empty(), true, words))
                    .isInstanceOf(Problem.Invalid.class)
                    .hasMessageContaining("first texts carry none");
        choices.change(ora, new LinkSettings(Optional.empty(), true, true));
        assertThat(links.shorten(here, Optional.empty(), true, "Sign " + RENT).links())
                .hasSize(1);
    }

    @Test
    void another_organizations_short_link_is_refused_too() {
        var host = "go" + Id.next() + ".example.org";
        var others = organizations.found("Others " + Id.next(), "US", java.time.ZoneId.of("America/New_York"), true);
        choices.change(new Actor.System(others), new LinkSettings(Optional.of(host), true, false));

        assertThatThrownBy(() -> queued(somebody(), 0, "https://" + host + "/l/Ab3dEf7h"))
                .hasMessageContaining("already somebody's");
        assertThat(queued(somebody(), 0, "https://" + host + "/rent").body()).contains("/l/");
    }

    @Test
    void the_limit_of_a_text_counts_its_short_form() {
        var far = "https://eastside.org/" + "a".repeat(1_500);
        var words = "w".repeat(1_500) + " " + far;

        assertThat(words.length()).isGreaterThan(3_000);
        assertThat(queued(somebody(), 0, words).body()).hasSizeLessThan(1_600);
        assertThatThrownBy(() -> queued(somebody(), 0, "w".repeat(1_590) + " " + far))
                .isInstanceOf(Problem.Invalid.class)
                .hasMessageContaining("1,600");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://go.eastside.org",
                "go.eastside.org/l",
                "ora@eastside.org",
                "go.eastside.org:8443",
                "localhost",
                "192.168.1.4",
                "eastside",
                "bit.ly",
                "go .eastside.org",
                "p\u0430ypal.com"
            })
    void a_link_host_is_a_public_name_of_ones_own(String host) {
        assertThatThrownBy(() -> choices.change(ora, new LinkSettings(Optional.of(host), true, false)))
                .isInstanceOf(Problem.Invalid.class)
                .hasMessageStartingWith("host ");
    }

    @Test
    void only_those_who_may_see_and_change_links() {
        var there = NewOrganization.with(db);
        var tess = there.member(Role.TEXTER);
        var olga = there.member(Role.ORGANIZER);
        assertThatThrownBy(() -> links.of(tess, 0, Page.Wanted.first(1))).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> choices.change(olga, LinkSettings.USUAL)).isInstanceOf(Problem.Refused.class);
        assertThat(links.of(olga, 5, Page.Wanted.first(1)).rows()).isEmpty();
    }
}
