package org.rung.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rung.common.Page;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.giving.Back;
import org.rung.giving.EntryKind;
import org.rung.giving.GiftRow;
import org.rung.giving.Reckoning;
import org.rung.people.SupporterId;
import org.springframework.beans.factory.annotation.Autowired;

class ReconciliationTest extends PaymentStory {
    @Autowired
    Reckoning reckoning;

    @Test
    void what_was_never_told_is_found_and_written_once() {
        SupporterId nia = person("Nia", "Okafor");
        String monthly = sentToPay(own(nia), "20", true);
        stripe.pay(monthly, "Nia Okafor", "nia@example.org");
        String once = sentToPay(own(nia), "30", false);
        stripe.pay(once, "Nia Okafor", "nia@example.org");
        stripe.refund(stripe.payment(once), 500);
        assertThat(stripe.told()).as("and lost").isNotEmpty();
        clock.tick(Duration.ofHours(10));
        assertThat(compared()).isEqualTo(new Reconciliation.Compared(2, 2, 0));
        assertThat(given())
                .extracting(gift -> gift.supporterId().orElseThrow(), GiftRow::keptMinor)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(nia, 2_000L),
                        org.assertj.core.groups.Tuple.tuple(nia, 2_500L));
        assertThat(standings.of(cory, nia)).extracting(StandingGift::minor).containsExactly(2_000L);
        assertThat(listed(false)).extracting(PaymentGap::kind).containsExactly(GapKind.MENDED, GapKind.MENDED);
        assertThat(listed(true)).isEmpty();
        clock.tick(Duration.ofDays(1));
        assertThat(compared()).isEqualTo(new Reconciliation.Compared(2, 0, 0));
        assertThat(gaps.comparedAt(cory)).contains(clock.instant());
        assertThat(reckoning.reckon(cory)).allMatch(Reckoning.Row::agrees);
    }

    @Test
    void what_differs_waits_for_a_person_and_is_told_once() {
        String pay = sentToPay(everybodys(), "30", false);
        stripe.pay(pay, "Quill Newcomer", "quill@example.org");
        bringAll();
        gifts.became(
                cory,
                given().getFirst().giftId(),
                new Back(EntryKind.REFUNDED, 700, clock.instant(), "By mistake", Optional.empty()));
        assertThat(compared()).isEqualTo(new Reconciliation.Compared(1, 0, 1));
        assertThat(listed(true)).singleElement().satisfies(gap -> {
            assertThat(gap.kind()).isEqualTo(GapKind.BACK);
            assertThat(gap.oursMinor()).isEqualTo(700);
            assertThat(gap.theirsMinor()).isZero();
            assertThat(gap.paymentKey()).isEqualTo(stripe.payment(pay));
        });
        gaps.settle(cory, listed(true).getFirst().paymentGapId());
        clock.tick(Duration.ofDays(1));
        compared();
        assertThat(listed(true)).as("the same difference is known").isEmpty();
        gifts.became(
                cory,
                given().getFirst().giftId(),
                new Back(EntryKind.REFUNDED, 100, clock.instant(), "Again", Optional.empty()));
        compared();
        assertThat(listed(true)).as("another one is not").hasSize(1);
    }

    @Test
    void what_the_provider_does_not_know_is_shown() {
        String pay = sentToPay(everybodys(), "30", false);
        stripe.pay(pay, "Quill Newcomer", "quill@example.org");
        bringAll();
        jdbc.update("delete from simulated_payments where object_id = ?", stripe.payment(pay));
        assertThat(compared()).isEqualTo(new Reconciliation.Compared(0, 0, 1));
        assertThat(listed(true)).extracting(PaymentGap::kind).containsExactly(GapKind.UNKNOWN);
    }

    @Test
    void a_silent_provider_moves_no_mark() {
        compared();
        Optional<java.time.Instant> mark = gaps.comparedAt(cory);
        stripe.pay(sentToPay(everybodys(), "30", false), "Quill Newcomer", "quill@example.org");
        clock.tick(Duration.ofDays(1));
        stripe.silent(true);
        comparing.night(() -> false);
        assertThat(gaps.comparedAt(cory)).isEqualTo(mark);
        stripe.silent(false);
        assertThat(compared().mended()).isEqualTo(1);
    }

    @Test
    void amounts_are_for_those_who_may_see_them() {
        var ora = here.member(Role.ORGANIZER);
        assertThatThrownBy(() -> gaps.page(ora, true, Page.Wanted.first(5))).isInstanceOf(Problem.Refused.class);
        var stranger = taking().member(Role.ADMIN);
        assertThat(gaps.page(stranger, true, Page.Wanted.first(5)).rows()).isEmpty();
    }

    private List<PaymentGap> listed(boolean open) {
        return gaps.page(cory, open, Page.Wanted.first(20)).rows();
    }
}
