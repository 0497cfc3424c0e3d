package org.rung.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rung.accounts.ApiTokens;
import org.rung.cast.NewOrganization;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.common.Scopes;
import org.rung.giving.GiftRow;
import org.rung.people.SupporterId;

class StandingGiftsTest extends PaymentStory {
    @Test
    void every_month_is_a_gift_of_the_same_person_whatever_name_the_card_has() {
        SupporterId nia = person("Nia", "Okafor");
        String pay = begun(nia, "20");
        clock.tick(Duration.ofDays(30));
        stripe.month(stripe.subscription(pay), true);
        bringAll();
        assertThat(given()).hasSize(2).allSatisfy(gift -> {
            assertThat(gift.supporterId()).contains(nia);
            assertThat(gift.monthlyKey()).contains("stripe:" + stripe.subscription(pay));
        });
        assertThat(standings.of(cory, nia)).singleElement().satisfies(gift -> {
            assertThat(gift.state()).isEqualTo(StandingState.ACTIVE);
            assertThat(gift.minor()).isEqualTo(2_000);
            assertThat(gift.nextAt()).isPresent();
        });
    }

    @Test
    void whose_it_is_once_settled_by_hand_holds_for_the_months_to_come() {
        String pay = sentToPay(everybodys(), "20", true);
        stripe.pay(pay, "Quill Newcomer", "quill@example.org");
        bringAll();
        GiftRow first = given().getFirst();
        assertThat(first.supporterId()).isEmpty();
        SupporterId nia = person("Nia", "Okafor");
        gifts.assign(cory, first.giftId(), java.util.Optional.of(nia));
        clock.tick(Duration.ofDays(30));
        stripe.month(stripe.subscription(pay), true);
        bringAll();
        assertThat(given())
                .hasSize(2)
                .allSatisfy(gift -> assertThat(gift.supporterId()).contains(nia));
    }

    @Test
    void a_month_that_does_not_come_is_shown_with_why_until_it_comes() {
        SupporterId nia = person("Nia", "Okafor");
        String pay = begun(nia, "20");
        clock.tick(Duration.ofDays(30));
        stripe.month(stripe.subscription(pay), false);
        bringAll();
        assertThat(listed(StandingState.FAILING)).singleElement().satisfies(row -> {
            assertThat(row.name()).isEqualTo("Nia Okafor");
            assertThat(row.gift().failure()).isEqualTo("insufficient_funds");
        });
        assertThat(given()).hasSize(1);
        clock.tick(Duration.ofDays(3));
        stripe.month(stripe.subscription(pay), true);
        bringAll();
        assertThat(listed(StandingState.FAILING)).isEmpty();
        assertThat(listed(StandingState.ACTIVE))
                .singleElement()
                .satisfies(row -> assertThat(row.gift().failure()).isEmpty());
    }

    @Test
    void the_giver_changes_and_stops_it_by_their_own_link_alone() {
        SupporterId nia = person("Nia", "Okafor");
        String pay = begun(nia, "20");
        StandingGift gift = standings.of(cory, nia).getFirst();
        String own = "/" + PaymentsPaths.standing(gift.token());
        assertThat(body(open(own))).contains("$20.00").doesNotContain("Nia", "Okafor", "<script");
        assertThat(perform(post(own).param("do", "change").param("own", "35")).getStatus())
                .isEqualTo(303);
        assertThat(standings.of(cory, nia).getFirst().minor()).isEqualTo(3_500);
        bringAll();
        assertThat(perform(post(own).param("do", "change").param("own", "\"<b>"))
                        .getStatus())
                .isEqualTo(400);
        clock.tick(Duration.ofDays(30));
        stripe.month(stripe.subscription(pay), true);
        bringAll();
        assertThat(given()).extracting(GiftRow::givenMinor).containsExactlyInAnyOrder(2_000L, 3_500L);

        assertThat(perform(post(own).param("do", "stop")).getStatus())
                .as("not without the tick")
                .isEqualTo(400);
        assertThat(perform(post(own).param("do", "stop").param("sure", "yes")).getStatus())
                .isEqualTo(303);
        bringAll();
        assertThat(standings.of(cory, nia)).singleElement().satisfies(over -> {
            assertThat(over.state()).isEqualTo(StandingState.ENDED);
            assertThat(over.endedBy()).contains(EndedBy.GIVER);
        });
        assertThat(body(open(own))).contains("has ended");
        assertThat(perform(post(own).param("do", "change").param("own", "5")).getStatus())
                .isEqualTo(409);
    }

    @Test
    void a_member_stops_it_and_what_ends_at_the_provider_says_so() {
        SupporterId nia = person("Nia", "Okafor");
        begun(nia, "20");
        StandingGift first = standings.of(cory, nia).getFirst();
        standings.stop(cory, first.standingGiftId(), EndedBy.MEMBER);
        assertThat(listed(StandingState.ENDED))
                .extracting(row -> row.gift().endedBy().orElseThrow())
                .containsExactly(EndedBy.MEMBER);
        assertThatThrownBy(() -> standings.stop(cory, first.standingGiftId(), EndedBy.MEMBER))
                .isInstanceOf(Problem.Conflict.class);

        String second = begun(nia, "30");
        jdbc.update(
                "update simulated_payments set body = replace(body, '\"active\"', '\"canceled\"') where object_id = ?",
                stripe.subscription(second));
        stripe.month(stripe.subscription(second), true);
        tidings.hear(
                here.organizationId(),
                new Told("evt_ended", "customer.subscription.deleted", stripe.subscription(second), clock.instant()));
        assertThat(listed(StandingState.ENDED))
                .extracting(row -> row.gift().endedBy().orElseThrow())
                .containsExactlyInAnyOrder(EndedBy.MEMBER, EndedBy.PROVIDER);
    }

    @Test
    void a_program_stops_it_once_and_again_changes_nothing() {
        SupporterId nia = person("Nia", "Okafor");
        begun(nia, "20");
        StandingGift gift = standings.of(cory, nia).getFirst();
        String token = house.getBean(ApiTokens.class)
                .make(here.system(), "A test", new Scopes(EnumSet.of(Permission.SEE_GIVING)))
                .text();
        for (int press = 0; press < 2; press++) {
            var answer = perform(
                    post("/api/v1/standing-gifts/" + gift.standingGiftId().text() + "/stop")
                            .header("Authorization", "Bearer " + token));
            assertThat(answer.getStatus()).isEqualTo(200);
            assertThat(body(answer)).contains("\"ENDED\"", "\"MEMBER\"");
        }
        assertThat(jdbc.queryForObject(
                        "select count(*) from audit_log where organization_id = ? and verb = 'standing-gift.stopped'",
                        Integer.class,
                        here.organizationId().value()))
                .isEqualTo(1);
    }

    @Test
    void while_the_provider_is_silent_nothing_is_stopped_and_nothing_claims_it_was() {
        SupporterId nia = person("Nia", "Okafor");
        begun(nia, "20");
        StandingGift gift = standings.of(cory, nia).getFirst();
        stripe.silent(true);
        assertThatThrownBy(() -> standings.stop(cory, gift.standingGiftId(), EndedBy.MEMBER))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("Nothing has changed");
        assertThat(standings.of(cory, nia)).singleElement().satisfies(still -> {
            assertThat(still.state()).isEqualTo(StandingState.ACTIVE);
            assertThat(still.endedBy()).isEmpty();
        });
    }

    @Test
    void only_who_may_see_giving_of_this_organization_sees_and_changes_it() {
        SupporterId nia = person("Nia", "Okafor");
        begun(nia, "20");
        StandingGift gift = standings.of(cory, nia).getFirst();
        var ora = here.member(Role.ORGANIZER);
        assertThatThrownBy(() -> standings.of(ora, nia)).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> standings.stop(ora, gift.standingGiftId(), EndedBy.MEMBER))
                .isInstanceOf(Problem.Refused.class);
        NewOrganization other = taking();
        var stranger = other.member(Role.ADMIN);
        assertThat(standings.of(stranger, nia)).isEmpty();
        assertThatThrownBy(() -> standings.change(stranger, gift.standingGiftId(), 100))
                .isInstanceOf(Problem.Missing.class);
    }

    private String begun(SupporterId who, String amount) {
        String pay = sentToPay(own(who), amount, true);
        stripe.pay(pay, "Another Name", "card@example.org");
        bringAll();
        return pay;
    }

    private List<StandingRow> listed(StandingState state) {
        return standings.page(cory, state, Page.Wanted.first(20)).rows();
    }
}
