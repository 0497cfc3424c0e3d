package org.rung.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.accounts.Organizations;
import org.rung.cast.Airwaves;
import org.rung.cast.AtOnce;
import org.rung.cast.NewOrganization;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.Role;
import org.rung.notices.Notices;
import org.rung.senders.BreakerState;
import org.rung.senders.Breakers;
import org.rung.senders.Outcome;
import org.rung.senders.SenderId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** A provider that does not answer: texts wait in the queue instead of in doubt, and leave slowly at first. */
@RungTest
class OutageTest {
    @Autowired
    AutowireCapableBeanFactory house;

    @Autowired
    DSLContext db;

    @Autowired
    Organizations organizations;

    @Autowired
    Texts texts;

    @Autowired
    Outbox outbox;

    @Autowired
    Breakers breakers;

    @Autowired
    Notices notices;

    @Autowired
    Airwaves airwaves;

    @Autowired
    TestClock clock;

    OrganizationId here;
    Actor.Member ora;
    private final List<Texting> made = new ArrayList<>();

    @BeforeEach
    void an_organization_with_a_number() {
        clock.set(TestClock.TUESDAY_NOON);
        here = organizations.found("Neighbors", "US", ZoneId.of("America/New_York"), true);
        ora = new NewOrganization(here, db).member(Role.ADMIN);
        nobodyElsesTexts();
    }

    /** What other tests left behind would be probes too. */
    private void nobodyElsesTexts() {
        db.execute(
                "update messages set state = 'CANCELLED', due_at = null where state in ('QUEUED', 'HELD', 'UNCONFIRMED')");
    }

    @AfterEach
    void the_provider_answers_everyone_again() {
        db.execute("update breakers set state = 'CLOSED', opened_at = null, probe_at = null, ramp_from_at = null");
        nobodyElsesTexts();
        clock.tick(Duration.ofSeconds(2));
        // One answer, so that the next test's troubles are counted from none.
        var sender = db.fetchValue("select sender_id from senders where organization_id = ?", here.value());
        breakers.heard(new SenderId((Long) sender), new Outcome.Accepted("SM-ok"));
    }

    @Test
    void twenty_lost_answers_in_a_row_and_nothing_leaves_but_a_probe_now_and_then() throws Exception {
        dead(60);

        int first = rounds(1);
        assertThat(state()).isEqualTo(BreakerState.OPEN);
        int doubts = count(MessageState.UNCONFIRMED);
        assertThat(first).isEqualTo(doubts);
        dead(100);
        assertThat(outbox.drain()).isZero();

        clock.tick(Duration.ofSeconds(10));
        outbox.drain();
        outbox.drain();
        assertThat(count(MessageState.UNCONFIRMED)).isEqualTo(doubts + 1);
        clock.tick(Duration.ofSeconds(10));
        outbox.drain();
        assertThat(count(MessageState.UNCONFIRMED))
                .as("the second probe waits longer")
                .isEqualTo(doubts + 1);
        clock.tick(Duration.ofSeconds(10));
        outbox.drain();
        assertThat(count(MessageState.UNCONFIRMED)).isEqualTo(doubts + 2);
    }

    @Test
    void nobody_could_connect_counts_too_and_admins_are_told_once_until_it_is_over() throws Exception {
        queue(30)
                .forEach(text -> airwaves.when(text.phone(), handed -> new Outcome.NotNow(clock.instant(), "CONNECT")));

        rounds(3);

        assertThat(state()).isEqualTo(BreakerState.OPEN);
        assertThat(breakers.troubles(here)).hasSize(1);
        assertThat(notices.unread(ora, 5)).hasSize(1);
        alive();
        for (int i = 0; i < 40 && state() != BreakerState.CLOSED; i++) {
            clock.tick(Duration.ofSeconds(5));
            queue(1);
            outbox.drain();
        }
        assertThat(state()).isEqualTo(BreakerState.CLOSED);
        assertThat(notices.unread(ora, 5)).isEmpty();
        assertThat(breakers.troubles(here)).isEmpty();
    }

    @Test
    void when_a_probe_is_answered_the_queue_drains_at_a_rate_that_doubles() throws Exception {
        dead(40);
        rounds(1);
        alive();
        queue(600);
        clock.tick(Duration.ofSeconds(10));
        // The probe is answered.
        outbox.drain();
        assertThat(state()).isEqualTo(BreakerState.RAMP);

        List<Integer> steps = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            int before = count(MessageState.SENT);
            clock.tick(Duration.ofSeconds(3));
            outbox.drain();
            steps.add(count(MessageState.SENT) - before);
        }

        assertThat(steps).isSorted();
        assertThat(steps.getFirst()).isBetween(5, 15);
        for (int i = 2; i < 5; i++) {
            assertThat((double) steps.get(i) / steps.get(i - 1)).isBetween(1.7, 2.3);
        }
    }

    @Test
    void a_provider_that_falls_over_in_the_ramp_is_left_alone_again() throws Exception {
        dead(40);
        rounds(1);
        alive();
        queue(5);
        clock.tick(Duration.ofSeconds(10));
        outbox.drain();
        assertThat(state()).isEqualTo(BreakerState.RAMP);

        outbox.drain();
        // Enough silences in a row even where texts that other tests left are answered between them.
        dead(60);
        clock.tick(Duration.ofSeconds(9));
        outbox.drain();

        assertThat(state()).isEqualTo(BreakerState.OPEN);
        assertThat(notices.unread(ora, 5)).hasSize(1);
    }

    @Test
    void two_servers_know_of_it_and_share_one_probe_and_one_ramp() throws Exception {
        var sender = new SenderId(
                (Long) db.fetchValue("select sender_id from senders where organization_id = ?", here.value()));
        Breakers other = house.createBean(Breakers.class);
        assertThat(other.may(sender, 50)).isEqualTo(50);
        for (int i = 0; i < 20; i++) breakers.heard(sender, new Outcome.Unknown());

        clock.tick(Duration.ofSeconds(1));
        assertThat(other.may(sender, 50)).isZero();
        clock.tick(Duration.ofSeconds(9));
        Callable<Integer> here = () -> breakers.may(sender, 50);
        Callable<Integer> there = () -> other.may(sender, 50);
        assertThat(AtOnce.all(here, there, here, there).stream()
                        .mapToInt(each -> each)
                        .sum())
                .isEqualTo(1);

        other.heard(sender, new Outcome.Accepted("SM-probe"));
        clock.tick(Duration.ofSeconds(3));
        int let = 0;
        for (int i = 0; i < 20; i++) let += breakers.may(sender, 50) + other.may(sender, 50);
        assertThat(let).isBetween(8, 12);
    }

    @Test
    void texts_that_were_refused_are_answers_and_stop_nothing() throws Exception {
        queue(40).forEach(text -> airwaves.when(text.phone(), handed -> new Outcome.Never("21614")));
        rounds(1);
        queue(40)
                .forEach(text -> airwaves.when(
                        text.phone(),
                        handed -> new Outcome.NotNow(clock.instant().plusSeconds(60), "20429")));
        rounds(1);

        assertThat(state()).isEqualTo(BreakerState.CLOSED);
    }

    private void dead(int count) {
        queue(count).forEach(text -> airwaves.when(text.phone(), handed -> new Outcome.Unknown()));
    }

    private void alive() {
        made.forEach(text -> airwaves.asUsual(text.phone()));
    }

    private List<Texting> queue(int count) {
        List<Texting> now = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            var text = Texting.first();
            now.add(text);
            made.add(text);
            texts.queue(ora, text.draft());
        }
        return now;
    }

    private int rounds(int count) throws InterruptedException {
        int sent = 0;
        for (int i = 0; i < count; i++) {
            sent += outbox.drain();
            clock.tick(Duration.ofSeconds(i == count - 1 ? 0 : 5));
        }
        return sent;
    }

    private BreakerState state() {
        return db
                .fetch(
                        "select b.state from breakers b join senders s on s.gateway = b.gateway"
                                + " and s.account_sid = b.account_sid where s.organization_id = ?",
                        here.value())
                .stream()
                .map(row -> BreakerState.valueOf(row.get(0, String.class)))
                .findFirst()
                .orElse(BreakerState.CLOSED);
    }

    private int count(MessageState state) {
        return ((Number) db.fetchValue(
                        "select count(*) from messages where organization_id = ? and state = ?",
                        here.value(),
                        state.name()))
                .intValue();
    }
}
