package org.rung.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.BrowserlessUIContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.rung.cast.AtOnce;
import org.rung.cast.NewOrganization;
import org.rung.cast.Screens;
import org.rung.common.Page;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.giving.GivingPaths;

class ComparisonsTest extends PaymentStory {
    private static final Duration LATER = ComparisonRun.LEASE.plusSeconds(1);

    @Test
    void pressed_by_several_at_once_it_is_one_run_and_begins_outside_of_the_press() throws Exception {
        paidUntold("30");
        int calls = stripe.calls();
        Callable<Boolean> press = () -> comparisons.ask(cory);
        assertThat(AtOnce.all(Collections.nCopies(4, press))).containsOnlyOnce(true);
        assertThat(stripe.calls()).as("nothing is asked while somebody waits").isEqualTo(calls);
        assertThat(latest().state()).isEqualTo(ComparisonState.WAITING);

        Callable<Boolean> node = () -> {
            run();
            return true;
        };
        AtOnce.all(List.of(node, node, node));
        assertThat(latest()).satisfies(one -> {
            assertThat(one.state()).isEqualTo(ComparisonState.DONE);
            assertThat(one.seen()).isEqualTo(1);
            assertThat(one.mended()).isEqualTo(1);
            assertThat(one.endedAt()).contains(clock.instant());
        });
        assertThat(attempts()).isEqualTo(1);
        run();
        assertThat(attempts()).as("nobody asked again").isEqualTo(1);
    }

    @Test
    void killed_in_the_middle_it_is_taken_up_after_its_lease_and_writes_nothing_twice() {
        paidUntold("30");
        paidUntold("20");
        comparisons.ask(cory);
        assertThatThrownBy(() -> comparing.run(here.organizationId(), () -> {
                    throw new Killed();
                }))
                .isInstanceOf(Killed.class);
        assertThat(given()).hasSize(2);
        assertThat(comparisons.ask(cory)).as("it is taken to be alive").isFalse();
        comparing.round(() -> false);
        assertThat(latest().state()).isEqualTo(ComparisonState.RUNNING);
        assertThat(latest().seen()).isEqualTo(2);

        clock.tick(LATER);
        comparing.round(() -> false);
        assertThat(latest()).satisfies(one -> {
            assertThat(one.state()).isEqualTo(ComparisonState.DONE);
            assertThat(one.seen()).isEqualTo(2);
            assertThat(one.mended()).as("before it was killed, and told").isEqualTo(2);
        });
        assertThat(given()).hasSize(2);
        assertThat(attempts()).isEqualTo(2);
    }

    @Test
    void who_was_taken_for_dead_and_comes_back_changes_nothing_more() {
        paidUntold("30");
        comparisons.ask(cory);
        Instant asked = clock.instant();
        // The list is the first call, the payment itself the second.
        stripe.meanwhile(2, () -> {
            clock.tick(LATER);
            run();
        });
        run();
        assertThat(latest()).satisfies(one -> {
            assertThat(one.state()).isEqualTo(ComparisonState.DONE);
            assertThat(one.mended()).isEqualTo(1);
            assertThat(one.seen()).isEqualTo(1);
        });
        assertThat(given()).hasSize(1);
        assertThat(attempts()).isEqualTo(2);
        assertThat(gaps.comparedAt(cory)).as("its mark is the second one's").contains(asked.plus(LATER));
    }

    @Test
    void asked_to_stop_it_gives_the_rest_to_another_at_once() {
        paidUntold("30");
        comparisons.ask(cory);
        comparing.run(here.organizationId(), () -> true);
        assertThat(latest().state()).isEqualTo(ComparisonState.WAITING);
        run();
        assertThat(latest().state()).isEqualTo(ComparisonState.DONE);
    }

    @Test
    void a_provider_that_goes_away_between_two_pages_is_said_and_asked_again_by_a_press() {
        String pay = paidUntold("30");
        // A page and a half of what has not come yet, listed before it.
        jdbc.update("""
                insert into simulated_payments (object_id, account, kind, parent, created_at, body)
                select concat(p.object_id, '_', n.number), p.account, p.kind, p.parent, p.created_at,
                       replace(replace(p.body, p.object_id, concat(p.object_id, '_', n.number)), '"succeeded"', '"processing"')
                from simulated_payments p join (
                  select 100 + a.d * 10 + b.d as number from
                    (select 0 d union all select 1 union all select 2 union all select 3 union all select 4
                     union all select 5 union all select 6 union all select 7 union all select 8 union all select 9) a
                    join (select 0 d union all select 1 union all select 2 union all select 3 union all select 4
                     union all select 5 union all select 6 union all select 7 union all select 8 union all select 9) b) n
                where p.object_id = ?
                """, stripe.payment(pay));
        comparisons.ask(cory);
        stripe.meanwhile(2, () -> stripe.silent(true));
        run();
        assertThat(latest()).satisfies(one -> {
            assertThat(one.state()).isEqualTo(ComparisonState.FAILED);
            assertThat(one.trouble()).contains(Trouble.AWAY);
            assertThat(one.endedAt()).isPresent();
        });
        assertThat(gaps.comparedAt(cory)).isEmpty();
        stripe.silent(false);
        assertThat(compared()).isEqualTo(new Reconciliation.Compared(1, 1, 0));
    }

    @Test
    void what_fails_by_our_own_fault_is_tried_some_times_and_then_said() {
        paidUntold("30");
        comparisons.ask(cory);
        for (int i = 0; i < 5; i++) {
            comparing.run(here.organizationId(), () -> {
                throw new IllegalStateException("a fault");
            });
            assertThat(latest().state()).isEqualTo(ComparisonState.RUNNING);
            clock.tick(LATER);
        }
        comparing.round(() -> false);
        assertThat(latest().state()).isEqualTo(ComparisonState.FAILED);
        assertThat(latest().trouble()).isEmpty();
    }

    @Test
    void it_is_of_one_organization_and_of_those_who_may_see_amounts() {
        paidUntold("30");
        comparisons.ask(cory);
        NewOrganization other = taking();
        var stranger = other.member(Role.ADMIN);
        assertThat(comparisons.latest(stranger)).isEmpty();
        assertThat(comparisons.ask(stranger)).isTrue();
        comparing.run(other.organizationId(), () -> false);
        assertThat(comparisons.latest(stranger).orElseThrow().seen()).isZero();
        assertThat(latest().state()).isEqualTo(ComparisonState.WAITING);
        assertThat(given()).isEmpty();
        run();
        assertThat(given()).hasSize(1);
        assertThat(gaps.page(stranger, false, Page.Wanted.first(5)).rows()).isEmpty();

        var ora = here.member(Role.ORGANIZER);
        assertThatThrownBy(() -> comparisons.ask(ora)).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> comparisons.latest(ora)).isInstanceOf(Problem.Refused.class);
        var unconnected = NewOrganization.with(db).member(Role.COORDINATOR);
        assertThatThrownBy(() -> comparisons.ask(unconnected)).isInstanceOf(Problem.Conflict.class);
        assertThat(comparisons.latest(unconnected)).isEmpty();
    }

    @Test
    void the_card_says_how_far_it_is_how_it_ended_and_what_to_do() {
        paidUntold("30");
        new Screens(house, db).as(cory, window -> {
            assertThat(Screens.on(window, PaymentsPaths.ONLINE)).contains("Not compared yet");
            Screens.press(window, "Compare now");
            Screens.press(window, "Compare now");
            assertThat(Screens.words(window)).contains("Comparing begins in a moment");
            comparing.run(here.organizationId(), () -> {
                throw new IllegalStateException("a fault");
            });
            assertThat(seenAnew(window)).contains("1 payment looked at so far");
            clock.tick(LATER);
            run();
            assertThat(seenAnew(window)).contains("1 payment looked at, 1 written that was missing, 0 to settle");
            stripe.silent(true);
            Screens.press(window, "Compare now");
            run();
            assertThat(seenAnew(window))
                    .contains("did not come to its end", "Stripe stopped answering", "in a few minutes", "last on");
        });
        assertThat(attempts()).isEqualTo(3);
    }

    private static String seenAnew(BrowserlessUIContext window) {
        Screens.on(window, GivingPaths.GIFTS);
        return Screens.on(window, PaymentsPaths.ONLINE);
    }

    private String paidUntold(String amount) {
        String pay = sentToPay(everybodys(), amount, false);
        stripe.pay(pay, "Quill Newcomer", "quill@example.org");
        stripe.told();
        return pay;
    }

    private void run() {
        comparing.run(here.organizationId(), () -> false);
    }

    private Comparison latest() {
        return comparisons.latest(cory).orElseThrow();
    }

    private long attempts() {
        return Optional.ofNullable(jdbc.queryForObject(
                        "select attempt from payment_comparisons where organization_id = ?",
                        Long.class,
                        here.organizationId().value()))
                .orElseThrow();
    }

    /** Nobody catches it, as nobody catches the end of a process. */
    private static final class Killed extends Error {}
}
