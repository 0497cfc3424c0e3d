package org.rung.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rung.cast.NewOrganization;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.giving.GiftRow;
import org.rung.people.SupporterId;

class GivingOnlineTest extends PaymentStory {
    @Test
    void what_is_given_by_ones_own_link_is_theirs_and_the_link_says_nothing() {
        SupporterId nia = person("Nia", "Okafor");
        String link = own(nia);
        assertThat(link).matches("/g/[\\w-]{22}").doesNotContain(nia.text());
        var page = open(link);
        assertThat(body(page)).contains("For the roof", "$25.00").doesNotContain("Nia", "Okafor", "<script");
        assertThat(page.getHeader("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(own(nia)).as("the same link as long as it lasts").isEqualTo(link);

        String pay = sentToPay(link, "31.50", false);
        assertThat(given()).as("nothing came yet").isEmpty();
        stripe.pay(pay, "Somebody Else", "else@example.org");
        bringAll();
        assertThat(given()).singleElement().satisfies(gift -> {
            assertThat(gift.supporterId()).contains(nia);
            assertThat(gift.givenMinor()).isEqualTo(3_150);
            assertThat(gift.currency()).isEqualTo("USD");
        });
        assertThat(stripe.sessionOf(pay)).doesNotContainKey("supporter").doesNotContainValue("Nia");
    }

    @Test
    void on_the_open_page_who_gives_is_found_by_address_and_name_or_waits_to_be_matched() {
        SupporterId nia = person("Nia", "Okafor");
        jdbc.update("update supporters set email = 'nia@example.org' where supporter_id = ?", nia.value());
        stripe.pay(sentToPay(everybodys(), "10", false), "Nia Okafor", "NIA@example.org");
        stripe.pay(sentToPay(everybodys(), "20", false), "Quill Newcomer", "quill@example.org");
        bringAll();
        assertThat(given())
                .extracting(GiftRow::givenMinor, gift -> gift.supporterId().isPresent())
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(1_000L, true),
                        org.assertj.core.groups.Tuple.tuple(2_000L, false));
    }

    @Test
    void a_link_taken_back_or_grown_old_opens_nothing() {
        SupporterId nia = person("Nia", "Okafor");
        String first = own(nia);
        links.revoke(cory, nia);
        assertThat(open(first).getStatus()).isEqualTo(404);
        String second = own(nia);
        assertThat(second).isNotEqualTo(first);
        clock.tick(GiveLinks.LASTS.plusSeconds(1));
        assertThat(open(second).getStatus()).isEqualTo(404);
        assertThat(perform(post(second).param("own", "5")).getStatus()).isEqualTo(404);
        for (String guess : List.of("/g/x", "/g/" + "A".repeat(22), "/give/nobody-here", "/monthly/x"))
            assertThat(open(guess).getStatus()).as(guess).isEqualTo(404);
    }

    @Test
    void nobody_makes_a_link_for_somebody_of_another_organization() {
        SupporterId nia = person("Nia", "Okafor");
        NewOrganization other = taking();
        Actor.Member stranger = other.member(Role.ADMIN);
        assertThatThrownBy(() -> links.address(stranger, nia)).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> links.revoke(stranger, nia)).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> links.address(here.member(Role.TEXTER), nia)).isInstanceOf(Problem.Refused.class);
    }

    @Test
    void programs_are_thanked_and_nothing_is_begun() {
        String time = time(open(everybodys()));
        var fast = perform(post(everybodys()).param("own", "5").param("t", time));
        assertThat(body(fast)).contains("press the button again");
        clock.tick(READ);
        var trapped =
                perform(post(everybodys()).param("own", "5").param("t", time).param("website", "https://spam.example"));
        assertThat(trapped.getHeader("Location")).endsWith("/thanks");
        var forged = perform(post(everybodys()).param("own", "5").param("t", "1.forged"));
        assertThat(body(forged)).contains("press the button again");
        assertThat(jdbc.queryForObject(
                        "select count(*) from checkouts where organization_id = ?",
                        Integer.class,
                        here.organizationId().value()))
                .isZero();
        int last = 0;
        for (int i = 0; i < 8; i++)
            last = perform(post(everybodys()).param("own", "5").param("t", time))
                    .getStatus();
        assertThat(last).isEqualTo(429);
    }

    @Test
    void an_amount_that_is_none_is_said_at_the_form_and_escaped() {
        String time = time(open(everybodys()));
        clock.tick(READ);
        for (String amount : List.of("\"><script>", "0", "-5", "99999999", "1.234", "")) {
            var wrong = perform(post(everybodys()).param("own", amount).param("t", time(open(everybodys()))));
            clock.tick(READ);
            wrong = perform(post(everybodys()).param("own", amount).param("t", time));
            if (wrong.getStatus() == 429) break;
            assertThat(wrong.getStatus()).as(amount).isEqualTo(400);
            assertThat(body(wrong)).contains("role=\"alert\"").doesNotContain("<script>");
            time = time(wrong);
            clock.tick(READ);
        }
    }

    @Test
    void while_the_provider_is_silent_the_page_says_so_and_nothing_is_lost() {
        stripe.silent(true);
        String time = time(open(everybodys()));
        clock.tick(READ);
        var answer = perform(post(everybodys()).param("own", "5").param("t", time));
        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(body(answer)).contains("Nothing was charged").contains("value=\"5\"");
        assertThat(accounts.of(ada).trouble()).contains(Trouble.AWAY);
        stripe.silent(false);
        assertThat(connections.check(ada)).isEmpty();
        assertThat(accounts.of(ada).trouble()).isEmpty();
    }

    @Test
    void what_a_bank_says_later_counts_when_it_says_so() {
        String yes = sentToPay(everybodys(), "10", false);
        String no = sentToPay(everybodys(), "20", false);
        stripe.payLate(yes, "Quill Newcomer", "quill@example.org");
        stripe.payLate(no, "Quill Newcomer", "quill@example.org");
        bringAll();
        assertThat(given()).isEmpty();
        clock.tick(Duration.ofDays(3));
        stripe.settle(yes, true);
        stripe.settle(no, false);
        bringAll();
        assertThat(given()).extracting(GiftRow::givenMinor).containsExactly(1_000L);
        assertThat(jdbc.queryForList(
                        "select state from checkouts where organization_id = ? order by minor",
                        String.class,
                        here.organizationId().value()))
                .containsExactly("PAID", "FAILED");
    }

    @Test
    void the_page_speaks_the_organizations_language_or_the_chosen_one() {
        jdbc.update(
                "update organizations set language = 'es' where organization_id = ?",
                here.organizationId().value());
        assertThat(body(open(everybodys()))).contains("lang=\"es\"", "¿Cuánto?");
        assertThat(body(open(everybodys() + "?lang=en"))).contains("lang=\"en\"", "How much?");
    }

    @Test
    void a_closed_page_is_not_there() {
        accounts.change(ada, new PageDraft(word(here), false, "USD", List.of(1_000L), ""));
        assertThat(open(everybodys()).getStatus()).isEqualTo(404);
        assertThatThrownBy(() -> links.address(cory, person("Nia", "Okafor"))).isInstanceOf(Problem.Conflict.class);
    }
}
