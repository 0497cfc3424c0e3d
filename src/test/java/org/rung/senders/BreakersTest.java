package org.rung.senders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.cast.NewOrganization;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Role;
import org.rung.notices.Notices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Whose texts wait when a provider's account, or the provider as a whole, is silent. */
@RungTest
class BreakersTest {
    private static final Outcome ANSWER = new Outcome.Accepted("SM-ok");
    private static final Outcome SILENCE = new Outcome.Unknown();

    @Autowired
    AutowireCapableBeanFactory house;

    @Autowired
    DSLContext db;

    @Autowired
    Senders senders;

    @Autowired
    Notices notices;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    Actor.Member ada;
    Breakers breakers;

    /** A server that has heard nothing yet. */
    @BeforeEach
    void a_server_and_an_organization() {
        clock.set(TestClock.TUESDAY_NOON);
        everyoneAnswers();
        ada = NewOrganization.with(db).member(Role.ADMIN);
        breakers = house.createBean(Breakers.class);
    }

    @AfterEach
    void everyoneAnswers() {
        db.execute("update breakers set state = 'CLOSED', opened_at = null, probe_at = null, ramp_from_at = null");
        clock.tick(Duration.ofSeconds(2));
    }

    @Test
    void one_tenants_silent_account_stops_its_own_texts_and_nobody_elses() {
        var ours = number(ada);
        var bea = NewOrganization.with(db).member(Role.ADMIN);
        var theirs = number(bea);
        hears(theirs, ANSWER, 1);

        hears(ours, SILENCE, 20);

        assertThat(breakers.may(ours, 50)).isZero();
        assertThat(breakers.may(theirs, 50)).isEqualTo(50);
        assertThat(breakers.troubles(ada.organization()))
                .singleElement()
                .satisfies(outage -> assertThat(outage.silent()).isTrue());
        assertThat(breakers.troubles(bea.organization())).isEmpty();
        assertThat(notices.unread(ada, 9)).hasSize(1);
        assertThat(notices.unread(bea, 9)).isEmpty();
    }

    @Test
    void seven_lost_answers_of_ten_are_enough_though_never_twenty_are_lost_in_a_row() {
        var ours = number(ada);

        mixed(ours, 20, 7);

        assertThat(breakers.may(ours, 50)).isZero();
    }

    @Test
    void three_lost_answers_of_ten_stop_nothing() {
        var ours = number(ada);

        mixed(ours, 400, 3);

        assertThat(breakers.may(ours, 50)).isEqualTo(50);
    }

    @Test
    void an_hour_of_good_answers_hides_no_minute_of_bad_ones() {
        var ours = number(ada);
        hears(ours, ANSWER, 3_000);

        mixed(ours, 100, 7);

        assertThat(breakers.may(ours, 50)).isZero();
    }

    @Test
    void lost_answers_that_are_far_apart_are_no_outage() {
        var ours = number(ada);
        for (int i = 0; i < 60; i++) {
            hears(ours, i % 3 == 0 ? ANSWER : SILENCE, 1);
            clock.tick(Duration.ofSeconds(10));
        }

        assertThat(breakers.may(ours, 50)).isEqualTo(50);
    }

    @Test
    void two_silent_accounts_stop_the_provider_for_everyone_who_has_not_been_answered() {
        var ours = number(ada);
        var theirs = number(NewOrganization.with(db).member(Role.ADMIN));
        var carl = NewOrganization.with(db).member(Role.ADMIN);
        var quiet = number(carl);
        hears(ours, SILENCE, 20);
        assertThat(whole()).isEqualTo(BreakerState.CLOSED);

        hears(theirs, SILENCE, 20);

        assertThat(whole()).isEqualTo(BreakerState.OPEN);
        assertThat(breakers.may(quiet, 50)).isZero();
        assertThat(breakers.troubles(carl.organization())).hasSize(1);
        assertThat(notices.unread(ada, 9)).as("told of the provider only").hasSize(1);
    }

    @Test
    void two_silent_accounts_among_many_that_are_answered_stop_only_themselves() {
        var ours = number(ada);
        var theirs = number(NewOrganization.with(db).member(Role.ADMIN));
        List<SenderId> others = IntStream.range(0, 5)
                .mapToObj(each -> number(NewOrganization.with(db).member(Role.ADMIN)))
                .toList();
        others.forEach(each -> hears(each, ANSWER, 3));

        hears(ours, SILENCE, 20);
        hears(theirs, SILENCE, 20);

        assertThat(whole()).isEqualTo(BreakerState.CLOSED);
        assertThat(breakers.may(ours, 50)).isZero();
        assertThat(breakers.may(theirs, 50)).isZero();
        assertThat(others).allSatisfy(each -> assertThat(breakers.may(each, 50)).isEqualTo(50));
    }

    @Test
    void a_provider_that_answers_again_drains_for_everyone_but_the_account_that_stays_silent() {
        var broken = number(ada);
        var whole = number(NewOrganization.with(db).member(Role.ADMIN));
        hears(broken, SILENCE, 20);
        hears(whole, SILENCE, 20);
        clock.tick(Duration.ofSeconds(10));
        assertThat(breakers.may(broken, 50)).as("its probe is lost too").isEqualTo(1);
        hears(broken, SILENCE, 1);
        clock.tick(Duration.ofSeconds(20));
        assertThat(breakers.may(whole, 50)).isEqualTo(1);
        hears(whole, ANSWER, 1);
        assertThat(whole()).isEqualTo(BreakerState.RAMP);

        hears(whole, ANSWER, 5);
        hears(broken, SILENCE, 3);

        clock.tick(Duration.ofSeconds(5));
        assertThat(breakers.may(broken, 50)).isZero();
        assertThat(breakers.may(whole, 5)).isEqualTo(5);
        clock.tick(Duration.ofSeconds(30));
        assertThat(breakers.may(whole, 500)).isEqualTo(500);
        assertThat(whole()).isEqualTo(BreakerState.CLOSED);
        assertThat(breakers.troubles(ada.organization())).hasSize(1);
    }

    @Test
    void an_account_that_begins_while_the_only_other_one_is_silent_risks_few_texts() {
        var ours = number(ada);
        hears(ours, SILENCE, 20);
        var bea = NewOrganization.with(db).member(Role.ADMIN);
        var fresh = number(bea);

        assertThat(breakers.may(fresh, 50)).isEqualTo(2);
        assertThat(breakers.troubles(bea.organization()))
                .as("caution is no trouble")
                .isEmpty();
        hears(fresh, SILENCE, 3);
        assertThat(whole()).isEqualTo(BreakerState.OPEN);
    }

    @Test
    void an_account_that_begins_carefully_and_is_answered_soon_goes_at_full_speed_and_nobody_hears_of_it() {
        var ours = number(ada);
        hears(ours, SILENCE, 20);
        var bea = NewOrganization.with(db).member(Role.ADMIN);
        var fresh = number(bea);
        assertThat(breakers.may(fresh, 50)).isEqualTo(2);
        hears(fresh, ANSWER, 2);

        clock.tick(Duration.ofSeconds(30));

        assertThat(breakers.may(fresh, 5_000)).isEqualTo(5_000);
        assertThat(breakers.may(fresh, 5_000)).isEqualTo(5_000);
        assertThat(notices.unread(bea, 9)).isEmpty();
    }

    @Test
    void an_answer_to_what_was_handed_over_before_the_silence_proves_nothing() {
        var ours = number(ada);
        mixed(ours, 20, 7);

        hears(ours, ANSWER, 5);
        assertThat(breakers.may(ours, 50)).isZero();
        clock.tick(Duration.ofSeconds(10));
        assertThat(breakers.may(ours, 50)).as("only the probe").isEqualTo(1);

        hears(ours, ANSWER, 1);
        clock.tick(Duration.ofSeconds(3));
        assertThat(breakers.may(ours, 50)).isBetween(5, 15);
    }

    @Test
    void another_server_leaves_a_silent_account_alone_within_a_second() {
        var ours = number(ada);
        Breakers other = house.createBean(Breakers.class);
        assertThat(other.may(ours, 50)).isEqualTo(50);

        mixed(ours, 20, 7);

        clock.tick(Duration.ofSeconds(1));
        assertThat(other.may(ours, 50)).isZero();
    }

    @Test
    void servers_that_open_an_account_each_at_the_same_time_find_the_providers_outage_with_the_next_silence() {
        var ours = number(ada);
        var theirs = number(NewOrganization.with(db).member(Role.ADMIN));
        hears(ours, SILENCE, 20);
        // As the other server's commit came too late to be seen.
        db.execute(
                "insert into breakers (gateway, account_sid, state, opened_at, probe_at)"
                        + " select gateway, account_sid, 'OPEN', now(), now() from senders where sender_id = ?",
                theirs.value());
        clock.tick(Duration.ofSeconds(1));

        hears(ours, SILENCE, 1);

        assertThat(whole()).isEqualTo(BreakerState.OPEN);
    }

    @Test
    void who_has_two_accounts_is_told_which_numbers_wait() {
        var named = senders.add(ada, draft("East Bay"));
        var other = number(ada);
        hears(other, ANSWER, 1);

        hears(named, SILENCE, 20);

        var outage = breakers.troubles(ada.organization()).getFirst();
        assertThat(outage.numbers()).containsExactly("East Bay");
        assertThat(outage.provider().in(Locale.ENGLISH)).isEqualTo("Twilio (East Bay)");
        assertThat(notices.unread(ada, 9))
                .singleElement()
                .satisfies(notice -> assertThat(notice.in(Locale.ENGLISH)).contains("does not answer for East Bay"));
    }

    /** So many of each ten are lost, evenly. */
    private void mixed(SenderId sender, int texts, int lostOfTen) {
        for (int i = 0; i < texts; i++) {
            hears(sender, i * lostOfTen % 10 < lostOfTen ? SILENCE : ANSWER, 1);
        }
    }

    private void hears(SenderId sender, Outcome outcome, int times) {
        for (int i = 0; i < times; i++) {
            transaction.executeWithoutResult(status -> breakers.heard(sender, outcome));
        }
    }

    private SenderId number(Actor.Member admin) {
        return senders.add(admin, draft(""));
    }

    /** With an account of its own. */
    private static SenderDraft draft(String label) {
        long id = Id.next();
        return new SenderDraft(
                "AC%032x".formatted(id),
                "0123456789abcdef0123456789abcdef",
                "+1510555%04d".formatted(Math.floorMod(id, 10_000)),
                label,
                false);
    }

    private BreakerState whole() {
        return BreakerState.valueOf(
                (String) db.fetchValue("select state from breakers where gateway = 'TWILIO' and account_sid = ''"));
    }
}
