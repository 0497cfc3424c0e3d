package org.rung.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.accounts.Organizations;
import org.rung.cast.Airwaves;
import org.rung.cast.AtOnce;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.senders.Handover;
import org.rung.senders.Outcome;
import org.springframework.beans.factory.annotation.Autowired;

@RungTest
class InOrderTest {
    @Autowired
    DSLContext db;

    @Autowired
    Organizations organizations;

    @Autowired
    Texts texts;

    @Autowired
    Undecided undecided;

    @Autowired
    Outbox outbox;

    @Autowired
    OutboxClaims claims;

    @Autowired
    Forgetting forgetting;

    @Autowired
    Airwaves airwaves;

    @Autowired
    TestClock clock;

    OrganizationId here;
    Actor.Member ora;

    @BeforeEach
    void an_organization() {
        clock.set(TestClock.TUESDAY_NOON);
        here = organizations.found("Neighbors", "US", ZoneId.of("America/New_York"), true);
        ora = new NewOrganization(here, db).member(Role.ADMIN);
    }

    @Test
    void texts_to_one_person_leave_one_after_another_in_the_order_they_were_written() throws Exception {
        PhoneNumber nia = Phones.fresh();
        List<String> written = queued(nia, 8);
        AtomicInteger onTheWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        airwaves.when(nia, text -> {
            most.accumulateAndGet(onTheWay.incrementAndGet(), Math::max);
            Thread.yield();
            onTheWay.decrementAndGet();
            return airwaves.take(text);
        });

        AtOnce.<Integer>all(() -> outbox.drain(), () -> outbox.drain());
        // Whoever finds the thread's row taken passes it over, as the outbox does until its next look.
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            outbox.drain();
            return airwaves.callsTo(nia).size() >= written.size();
        });

        assertThat(airwaves.callsTo(nia)).extracting(Handover::body).containsExactlyElementsOf(written);
        assertThat(most.get()).isEqualTo(1);
    }

    @Test
    void two_nodes_at_once_claim_one_text_of_a_thread() throws Exception {
        PhoneNumber nia = Phones.fresh();
        queued(nia, 6);
        List<Callable<Long>> nodes = new ArrayList<>();
        for (String node : List.of("left", "right")) {
            nodes.add(() -> claims.claim(node, clock.instant(), 100).handovers().stream()
                    .filter(ready -> ready.handover().to().equals(nia))
                    .count());
        }

        long claimed = AtOnce.all(nodes).stream().mapToLong(Long::longValue).sum();
        claimed += claims.claim("left", clock.instant(), 100).handovers().stream()
                .filter(ready -> ready.handover().to().equals(nia))
                .count();

        assertThat(claimed).isEqualTo(1);
    }

    @Test
    void what_waits_for_a_person_is_let_go_or_given_up_by_one_who_runs_campaigns() throws Exception {
        PhoneNumber nia = Phones.fresh();
        PhoneNumber abe = Phones.fresh();
        airwaves.when(nia, text -> new Outcome.Never("21408"));
        airwaves.when(abe, text -> new Outcome.Never("21408"));
        queued(nia, 1);
        queued(abe, 1);
        outbox.drain();
        List<Text> waiting = undecided.all(ora);
        assertThat(waiting).extracting(Text::phone).containsExactly(nia, abe);
        MessageId toNia = waiting.getFirst().messageId();
        MessageId toAbe = waiting.getLast().messageId();

        var others = NewOrganization.with(db);
        assertThat(undecided.all(others.member(Role.ADMIN))).isEmpty();
        assertThat(undecided.sendAgain(others.member(Role.ADMIN), List.of(toNia)))
                .isZero();
        assertThat(undecided.giveUp(others.member(Role.ADMIN), List.of(toNia))).isZero();
        assertThatThrownBy(() -> undecided.sendAgain(new NewOrganization(here, db).member(Role.TEXTER), List.of(toNia)))
                .isInstanceOf(Problem.Refused.class);

        airwaves.asUsual(nia);
        assertThat(undecided.count(here)).isEqualTo(2);
        assertThat(undecided.sendAgain(ora, List.of(toNia))).isOne();
        assertThat(undecided.sendAgain(ora, List.of(toNia))).isZero();
        assertThat(undecided.giveUp(ora, List.of(toNia, toAbe))).isOne();
        assertThat(undecided.count(here)).isZero();
        outbox.drain();

        assertThat(texts.find(here, toNia).orElseThrow().state()).isEqualTo(MessageState.SENT);
        assertThat(texts.find(here, toAbe).orElseThrow().state()).isEqualTo(MessageState.CANCELLED);
        assertThat(undecided.all(ora)).isEmpty();
    }

    @Test
    void what_must_try_again_later_is_not_overtaken_by_what_was_written_after_it() throws Exception {
        PhoneNumber nia = Phones.fresh();
        AtomicInteger refusals = new AtomicInteger(1);
        airwaves.when(
                nia,
                text -> refusals.getAndDecrement() > 0
                        ? new Outcome.NotNow(clock.instant().plusSeconds(40), "20429")
                        : airwaves.take(text));
        texts.queue(ora, Texting.first().to(nia).saying("Before").draft());
        outbox.drain();
        texts.queue(ora, Texting.first().to(nia).saying("After").draft());
        outbox.drain();

        assertThat(airwaves.callsTo(nia)).extracting(Handover::body).containsExactly("Before");

        clock.tick(Duration.ofMinutes(1));
        outbox.drain();

        assertThat(airwaves.callsTo(nia)).extracting(Handover::body).containsExactly("Before", "Before", "After");
    }

    @Test
    void many_that_wait_for_one_before_them_keep_nobody_else_from_leaving() throws Exception {
        PhoneNumber abe = Phones.fresh();
        for (int i = 0; i < 60; i++) {
            PhoneNumber phone = Phones.fresh();
            texts.queue(ora, Texting.first().to(phone).saying("Before").draft());
            db.execute("update messages set due_at = ? where phone = ?", "2026-10-13 22:00:00", phone.text());
            texts.queue(ora, Texting.first().to(phone).saying("After").draft());
        }
        texts.queue(ora, Texting.first().to(abe).saying("Hello").draft());

        for (int i = 0; i < 5; i++) {
            claims.claim("node", clock.instant(), 50);
        }

        assertThat(db.fetchSingle("select state from messages where phone = ?", abe.text())
                        .get(0, String.class))
                .isEqualTo("SENDING");
    }

    @Test
    void words_to_someone_erased_while_they_are_on_their_way_go_when_the_answer_is_there() throws Exception {
        PhoneNumber nia = Phones.fresh();
        airwaves.when(nia, text -> new Outcome.Unknown());
        MessageId lost = texts.queue(ora, Texting.first().to(nia).draft()).messageId();
        outbox.drain();
        texts.forget(here, List.of(nia));
        forgetting.wipe();
        assertThat(texts.find(here, lost).orElseThrow().body()).isNotEmpty();

        // Proven absent, it comes back to the queue, and stays here.
        db.execute(
                "update messages set state = 'QUEUED', due_at = ? where message_id = ?",
                "2026-10-13 10:00:00",
                lost.value());
        airwaves.asUsual(nia);
        int calls = airwaves.callsTo(nia).size();
        outbox.drain();
        forgetting.wipe();

        Text left = texts.find(here, lost).orElseThrow();
        assertThat(left.state()).isEqualTo(MessageState.CANCELLED);
        assertThat(left.body()).isEmpty();
        assertThat(airwaves.callsTo(nia)).hasSize(calls);
    }

    private List<String> queued(PhoneNumber phone, int count) {
        List<String> written = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            written.add("Text number " + i);
            texts.queue(ora, Texting.first().to(phone).saying(written.getLast()).draft());
        }
        return written;
    }
}
