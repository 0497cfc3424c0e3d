package org.rung.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.rung.cast.AtOnce;
import org.rung.cast.NewOrganization;
import org.rung.giving.GiftRow;
import org.rung.payments.simulator.FakeStripe;

class StripeHooksTest extends PaymentStory {
    @Test
    void what_is_forged_changed_replayed_late_or_anothers_is_refused() {
        stripe.pay(sentToPay(everybodys(), "10", false), "Quill Newcomer", "quill@example.org");
        FakeStripe.Knock knock = stripe.told().getFirst();
        long now = clock.instant().getEpochSecond();
        String forged = FakeStripe.sign(knock.body(), "whsec_guessed", now);
        assertThat(bring(knock.path(), knock.body(), forged).getStatus()).isEqualTo(403);
        assertThat(bring(knock.path(), knock.body(), "").getStatus()).isEqualTo(403);
        assertThat(bring(knock.path(), knock.body(), "t=x,v1=").getStatus()).isEqualTo(403);
        assertThat(bring(knock.path(), knock.body().replace("usd", "eur"), knock.signature())
                        .getStatus())
                .isEqualTo(403);
        NewOrganization other = taking();
        String anothers = "/" + PaymentsPaths.hook(accounts.of(other.system()).hookCode());
        assertThat(bring(anothers, knock.body(), knock.signature()).getStatus())
                .as("signed for another organization")
                .isEqualTo(403);
        assertThat(bring("/hooks/stripe/nobodys", knock.body(), knock.signature())
                        .getStatus())
                .isEqualTo(404);
        clock.tick(Duration.ofMinutes(6));
        assertThat(bring(knock).getStatus()).as("somebody's copy").isEqualTo(403);
        clock.tick(Duration.ofMinutes(-20));
        assertThat(bring(knock).getStatus()).as("from the future").isEqualTo(403);
        assertThat(given()).isEmpty();
        clock.tick(Duration.ofMinutes(14));
        assertThat(bring(knock).getStatus()).isEqualTo(204);
        assertThat(given()).hasSize(1);
    }

    @Test
    void the_same_told_again_and_at_once_is_one_gift() throws Exception {
        stripe.pay(sentToPay(everybodys(), "10", false), "Quill Newcomer", "quill@example.org");
        FakeStripe.Knock knock = stripe.told().getFirst();
        assertThat(AtOnce.<Integer>all(Collections.nCopies(8, () -> bring(knock).getStatus())))
                .containsOnly(204);
        tidings.handleDue(100);
        assertThat(bring(knock).getStatus()).isEqualTo(204);
        assertThat(given()).hasSize(1);
        assertThat(events()).isEqualTo(1);
    }

    @Test
    void in_whatever_order_it_is_told_the_books_say_the_same() {
        String pay = sentToPay(everybodys(), "40", true);
        stripe.pay(pay, "Quill Newcomer", "quill@example.org");
        clock.tick(Duration.ofSeconds(30));
        stripe.month(stripe.subscription(pay), true);
        String once = sentToPay(everybodys(), "60", false);
        stripe.pay(once, "Quill Newcomer", "quill@example.org");
        stripe.refund(stripe.payment(once), 1_000);
        stripe.refund(stripe.payment(once), 500);
        List<FakeStripe.Knock> all = new ArrayList<>(stripe.told());
        assertThat(all).hasSizeGreaterThan(5);
        Collections.reverse(all);
        all.addAll(List.copyOf(all));
        Collections.shuffle(all, new Random(7));
        for (FakeStripe.Knock knock : all) assertThat(bring(knock).getStatus()).isEqualTo(204);
        assertThat(given())
                .extracting(GiftRow::givenMinor, GiftRow::backMinor)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(4_000L, 0L),
                        org.assertj.core.groups.Tuple.tuple(4_000L, 0L),
                        org.assertj.core.groups.Tuple.tuple(6_000L, 1_500L));
    }

    @Test
    void a_dispute_takes_it_back_and_a_won_one_brings_it_again() {
        String pay = sentToPay(everybodys(), "60", false);
        stripe.pay(pay, "Quill Newcomer", "quill@example.org");
        String dispute = stripe.dispute(stripe.payment(pay));
        bringAll();
        assertThat(given()).extracting(GiftRow::keptMinor).containsExactly(0L);
        stripe.close(dispute, true);
        bringAll();
        assertThat(given()).extracting(GiftRow::keptMinor).containsExactly(6_000L);
    }

    @Test
    void what_was_told_while_the_provider_was_silent_is_looked_into_later() {
        stripe.pay(sentToPay(everybodys(), "10", false), "Quill Newcomer", "quill@example.org");
        stripe.silent(true);
        bringAll();
        assertThat(given()).isEmpty();
        stripe.silent(false);
        tidings.handleDue(100);
        assertThat(given()).as("not at once again").isEmpty();
        clock.tick(Duration.ofMinutes(2));
        tidings.handleDue(100);
        assertThat(given()).hasSize(1);
    }

    @Test
    void one_that_was_stored_before_the_end_of_a_server_is_looked_into_by_another() {
        stripe.pay(sentToPay(everybodys(), "10", false), "Quill Newcomer", "quill@example.org");
        bringAll();
        jdbc.update(
                "delete from gift_thanks where organization_id = ?",
                here.organizationId().value());
        jdbc.update(
                "delete from gift_entries where organization_id = ?",
                here.organizationId().value());
        jdbc.update(
                "delete from gifts where organization_id = ?",
                here.organizationId().value());
        jdbc.update(
                "update provider_events set handled_at = null, next_at = told_at where organization_id = ?",
                here.organizationId().value());
        tidings.handleDue(100);
        assertThat(given()).hasSize(1);
    }

    @Test
    void what_is_paid_elsewhere_into_the_same_account_is_not_ours() {
        String pay = sentToPay(everybodys(), "10", false);
        jdbc.update(
                "update simulated_payments set body = replace(body, 'rung_organization', 'shop') where object_id = ?",
                stripe.sessionOf(pay).get("id"));
        stripe.pay(pay, "Quill Newcomer", "quill@example.org");
        bringAll();
        assertThat(given()).isEmpty();
        assertThat(compared()).isEqualTo(new Reconciliation.Compared(1, 0, 0));
        assertThat(given()).isEmpty();
    }

    private int events() {
        return jdbc.queryForList(
                        "select 1 from provider_events where organization_id = ?",
                        here.organizationId().value())
                .size();
    }
}
