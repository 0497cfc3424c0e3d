package org.rung.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rung.RungTest;
import org.rung.accounts.AuditFilter;
import org.rung.accounts.AuditLog;
import org.rung.accounts.AuditRow;
import org.rung.accounts.Organizations;
import org.rung.cast.Airwaves;
import org.rung.cast.NewOrganization;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.Page;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.senders.DeliveryReport;
import org.rung.senders.Outcome;
import org.rung.senders.SenderDraft;
import org.rung.senders.SenderId;
import org.rung.senders.Senders;
import org.rung.senders.Sighting;
import org.springframework.beans.factory.annotation.Autowired;

/** Texts whose answer was lost: what a look-up proves, what it does not, and who decides then. */
@RungTest
class SettlerTest {
    @Autowired
    DSLContext db;

    @Autowired
    Organizations organizations;

    @Autowired
    Texts texts;

    @Autowired
    Undecided undecided;

    @Autowired
    Senders senders;

    @Autowired
    Outbox outbox;

    @Autowired
    Settler settler;

    @Autowired
    Forgetting forgetting;

    @Autowired
    Deliveries deliveries;

    @Autowired
    AuditLog audit;

    @Autowired
    Airwaves airwaves;

    @Autowired
    TestClock clock;

    OrganizationId here;
    Actor.Member ora;
    SenderId sender;

    @BeforeEach
    void an_organization_with_a_number() {
        clock.set(TestClock.TUESDAY_NOON);
        here = organizations.found("Neighbors", "US", ZoneId.of("America/New_York"), true);
        ora = new NewOrganization(here, db).member(Role.ADMIN);
        sender = senders.usual(here).orElseThrow().senderId();
        nobodyElsesTexts();
    }

    @AfterEach
    void nothing_is_left_in_doubt() {
        nobodyElsesTexts();
        db.execute("update breakers set state = 'CLOSED', opened_at = null, probe_at = null, ramp_from_at = null");
        clock.tick(Duration.ofSeconds(2));
    }

    private void nobodyElsesTexts() {
        db.execute(
                "update messages set state = 'CANCELLED', due_at = null where state in ('QUEUED', 'HELD', 'UNCONFIRMED')");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It's Tess with \"Neighbors\" - see you Saturday?",
                "Sent from your Twilio trial account - It's Tess with \"Neighbors\" - see you Saturday?"
            })
    void a_text_that_the_provider_keeps_in_other_letters_is_found(String kept) throws Exception {
        Texting hello = Texting.first().saying("It’s Tess with “Neighbors” –  see you Saturday?");
        Text lost = lost(hello);
        String id = "SM" + Id.next();
        airwaves.lists(hello.phone(), asked -> Optional.of(List.of(new Sighting(id, kept))));

        settler.settle();

        assertThat(state(lost)).isEqualTo(MessageState.SENT);
        assertThat(deliveries.report(
                        here,
                        new DeliveryReport(
                                Optional.empty(), 0, id, DeliveryReport.Progress.DELIVERED, Optional.empty())))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A reminder from another program of the same account", ""})
    void another_text_to_the_number_that_nobody_knows_leaves_it_to_a_person(String theirs) throws Exception {
        Texting hello = Texting.first();
        Text lost = lost(hello);
        airwaves.lists(hello.phone(), asked -> Optional.of(List.of(new Sighting("SM" + Id.next(), theirs))));
        settler.settle();
        assertThat(undecided.all(ora)).as("it is looked for twice").isEmpty();
        clock.tick(Duration.ofMinutes(10));
        settler.settle();
        outbox.drain();

        assertThat(state(lost)).isEqualTo(MessageState.UNCONFIRMED);
        assertThat(undecided.all(ora)).singleElement().satisfies(waiting -> {
            assertThat(waiting.messageId()).isEqualTo(lost.messageId());
            assertThat(waiting.errorCode()).contains("UNLIKE");
        });
        assertThat(airwaves.callsTo(hello.phone())).hasSize(1);
    }

    @Test
    void our_own_other_texts_to_the_number_are_no_riddle() throws Exception {
        Texting hello = Texting.first();
        Text first = texts.queue(ora, hello.draft());
        outbox.drain();
        assertThat(state(first)).isEqualTo(MessageState.SENT);
        Text lost = lost(Texting.first().to(hello.phone()).saying("Are you there?"));
        airwaves.asUsual(hello.phone());
        settler.settle();
        clock.tick(Duration.ofMinutes(10));
        settler.settle();
        outbox.drain();

        assertThat(state(lost)).isEqualTo(MessageState.SENT);
        assertThat(airwaves.callsTo(hello.phone())).hasSize(3);
    }

    @Test
    void a_look_up_that_fails_for_a_day_leaves_it_to_a_person_and_a_late_report_still_settles_it() throws Exception {
        Texting hello = Texting.first();
        Text lost = lost(hello);
        airwaves.lists(hello.phone(), asked -> Optional.empty());
        clock.tick(Duration.ofHours(23));
        settler.settle();
        assertThat(undecided.all(ora)).isEmpty();

        clock.tick(Duration.ofMinutes(61));
        settler.settle();
        assertThat(undecided.all(ora)).extracting(Text::errorCode).containsExactly(Optional.of("SILENT"));
        assertThat(undecided.count(here)).isOne();

        assertThat(report(lost, DeliveryReport.Progress.DELIVERED)).isTrue();
        assertThat(undecided.all(ora)).isEmpty();
        assertThat(texts.find(here, lost.messageId())).hasValueSatisfying(text -> {
            assertThat(text.state()).isEqualTo(MessageState.DELIVERED);
            assertThat(text.hold()).isEmpty();
        });
    }

    @Test
    void a_doubt_of_a_retired_number_is_looked_up_once_and_then_left_to_a_person() throws Exception {
        Texting here1 = Texting.first();
        Texting there = Texting.first();
        Text gone = lost(here1);
        Text taken = lost(there);
        airwaves.take(airwaves.callsTo(there.phone()).getFirst());
        senders.retire(ora, sender);
        var asked = new AtomicInteger();
        airwaves.lists(here1.phone(), text -> {
            asked.incrementAndGet();
            return Optional.of(List.of());
        });

        settler.settle();
        clock.tick(Duration.ofMinutes(5));
        settler.settle();

        assertThat(state(taken)).isEqualTo(MessageState.SENT);
        assertThat(undecided.all(ora)).singleElement().satisfies(waiting -> {
            assertThat(waiting.messageId()).isEqualTo(gone.messageId());
            assertThat(waiting.errorCode()).contains("RETIRED");
        });
        assertThat(asked).as("what a person must decide comes up no more").hasValue(1);
    }

    @Test
    void what_was_retired_and_is_sent_again_leaves_from_another_number() throws Exception {
        Texting hello = Texting.first();
        Text gone = lost(hello);
        senders.retire(ora, sender);
        settler.settle();
        airwaves.asUsual(hello.phone());
        var second = senders.add(
                ora,
                new SenderDraft(
                        "AC%032x".formatted(here.value()),
                        "0123456789abcdef0123456789abcdef",
                        "+15105550142",
                        "",
                        false));

        assertThat(undecided.sendAgain(ora, List.of(gone.messageId()))).isOne();
        outbox.drain();

        assertThat(state(gone)).isEqualTo(MessageState.SENT);
        assertThat(texts.find(here, gone.messageId()).orElseThrow().sender()).contains(second);
        assertThat(airwaves.callsTo(hello.phone())).hasSize(2);
    }

    @Test
    void twenty_look_ups_are_on_their_way_at_once_outside_of_any_transaction() throws Exception {
        var together = new CyclicBarrier(20);
        List<Text> lost = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Texting one = Texting.first();
            // Claimed by nobody that lives: twenty lost answers in a row would open the breaker.
            lost.add(doubtful(one));
            airwaves.lists(one.phone(), asked -> {
                await(together);
                return Optional.of(List.of(new Sighting("SM" + Id.next(), asked.body())));
            });
        }

        settler.settle();

        assertThat(lost).allSatisfy(text -> assertThat(state(text)).isEqualTo(MessageState.SENT));
    }

    private static void await(CyclicBarrier others) {
        try {
            others.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
            throw new IllegalStateException("Nobody else was asked at the same time", alone);
        }
    }

    @Test
    void a_provider_that_is_silent_is_asked_about_one_text_and_about_all_when_it_answers() {
        List<Text> lost = new ArrayList<>();
        var asked = new AtomicInteger();
        var answers = new java.util.concurrent.atomic.AtomicBoolean();
        for (int i = 0; i < 10; i++) {
            Texting one = Texting.first();
            lost.add(doubtful(one));
            airwaves.lists(one.phone(), text -> {
                asked.incrementAndGet();
                return answers.get()
                        ? Optional.of(List.of(new Sighting("SM" + Id.next(), text.body())))
                        : Optional.empty();
            });
        }
        var now = at();
        db.execute(
                "update breakers set state = 'OPEN', opened_at = ?, probe_at = ? where gateway = 'SIMULATOR'",
                now,
                now.plusHours(9));
        clock.tick(Duration.ofSeconds(2));

        settler.settle();
        assertThat(asked).hasValue(1);

        answers.set(true);
        clock.tick(Duration.ofMinutes(1));
        settler.settle();
        assertThat(lost).allSatisfy(text -> assertThat(state(text)).isEqualTo(MessageState.SENT));
    }

    @Test
    void a_look_up_that_breaks_costs_the_others_nothing() {
        Texting broken = Texting.first();
        Texting well = Texting.first();
        doubtful(broken);
        Text found = doubtful(well);
        airwaves.lists(broken.phone(), asked -> {
            throw new IllegalStateException("The answer was no answer");
        });
        airwaves.lists(well.phone(), asked -> Optional.of(List.of(new Sighting("SM" + Id.next(), asked.body()))));

        settler.settle();

        assertThat(state(found)).isEqualTo(MessageState.SENT);
    }

    @Test
    void two_doubts_with_the_same_words_do_not_take_one_sighting_for_both() {
        Texting hello = Texting.first();
        Text one = doubtful(hello);
        Text two = doubtful(Texting.first().to(hello.phone()));
        String id = "SM" + Id.next();
        airwaves.lists(hello.phone(), asked -> Optional.of(List.of(new Sighting(id, asked.body()))));

        settler.settle();
        clock.tick(Duration.ofMinutes(1));
        settler.settle();

        assertThat(List.of(state(one), state(two)))
                .containsExactlyInAnyOrder(MessageState.SENT, MessageState.UNCONFIRMED);
    }

    @Test
    void words_to_someone_who_was_erased_wait_for_nobody() {
        Texting hello = Texting.first();
        Text lost = doubtful(hello);
        texts.forget(here, List.of(hello.phone()));
        senders.retire(ora, sender);

        settler.settle();
        forgetting.wipe();

        assertThat(undecided.all(ora)).isEmpty();
        assertThat(texts.find(here, lost.messageId())).hasValueSatisfying(text -> {
            assertThat(text.state()).isEqualTo(MessageState.UNKNOWN);
            assertThat(text.body()).isEmpty();
        });
    }

    @Test
    void a_person_says_what_became_of_a_doubt_and_that_is_written_down() throws Exception {
        Text arrived = doubtful(Texting.first());
        Text again = doubtful(Texting.first());
        Texting given = Texting.first().once("given-up:" + here.text());
        Text up = doubtful(given);
        senders.retire(ora, sender);
        settler.settle();
        assertThat(undecided.count(here)).isEqualTo(3);

        assertThat(undecided.arrived(ora, List.of(arrived.messageId()))).isOne();
        assertThat(undecided.sendAgain(ora, List.of(again.messageId()))).isOne();
        assertThat(undecided.giveUp(ora, List.of(up.messageId()))).isOne();

        assertThat(List.of(state(arrived), state(again), state(up)))
                .containsExactly(MessageState.DELIVERED, MessageState.QUEUED, MessageState.UNKNOWN);
        assertThat(db.fetchValue(
                        "select count(*) from messages where message_id in (?, ?) and sent_at = claimed_at",
                        arrived.messageId().value(),
                        up.messageId().value()))
                .isEqualTo(2L);
        assertThatThrownBy(() -> texts.queue(ora, given.draft()))
                .as("nobody is texted first twice")
                .isInstanceOf(Problem.Conflict.class);
        assertThat(undecided.arrived(ora, List.of(arrived.messageId()))).isZero();
        assertThat(audited())
                .extracting(AuditRow::verb)
                .containsExactlyInAnyOrder("text.arrived", "text.sent-again", "text.given-up");
        assertThat(audited())
                .extracting(AuditRow::detail)
                .contains("1: " + arrived.messageId().text());
        assertThat(report(up, DeliveryReport.Progress.DELIVERED))
                .as("what was given up may still be heard of")
                .isTrue();
    }

    @Test
    void a_text_that_was_refused_cannot_be_said_to_have_arrived() throws Exception {
        Texting hello = Texting.first();
        airwaves.when(hello.phone(), text -> new Outcome.Never("21408"));
        Text refused = texts.queue(ora, hello.draft());
        outbox.drain();

        assertThat(undecided.arrived(ora, List.of(refused.messageId()))).isZero();
        assertThat(undecided.giveUp(ora, List.of(refused.messageId()))).isOne();
        assertThat(state(refused)).isEqualTo(MessageState.CANCELLED);
    }

    @Test
    void nobody_else_decides() {
        Text lost = doubtful(Texting.first());
        senders.retire(ora, sender);
        settler.settle();
        var elsewhere = NewOrganization.with(db).member(Role.ADMIN);
        var tess = new NewOrganization(here, db).member(Role.TEXTER);

        assertThat(undecided.all(elsewhere)).isEmpty();
        assertThat(undecided.arrived(elsewhere, List.of(lost.messageId()))).isZero();
        assertThat(undecided.sendAgain(elsewhere, List.of(lost.messageId()))).isZero();
        assertThat(undecided.giveUp(elsewhere, List.of(lost.messageId()))).isZero();
        assertThatThrownBy(() -> undecided.all(tess)).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> undecided.arrived(tess, List.of(lost.messageId())))
                .isInstanceOf(Problem.Refused.class);
    }

    private Text lost(Texting text) throws InterruptedException {
        airwaves.when(text.phone(), handed -> new Outcome.Unknown());
        Text queued = texts.queue(ora, text.draft());
        outbox.drain();
        assertThat(state(queued)).isEqualTo(MessageState.UNCONFIRMED);
        return queued;
    }

    /** As the outbox leaves one behind whose answer was lost. */
    private Text doubtful(Texting text) {
        Text queued = texts.queue(ora, text.draft());
        db.execute(
                "update messages set state = 'UNCONFIRMED', attempts = 1, claimed_at = ?, due_at = ? where message_id = ?",
                at(),
                at(),
                queued.messageId().value());
        return queued;
    }

    private LocalDateTime at() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private boolean report(Text text, DeliveryReport.Progress progress) {
        return deliveries.report(
                here,
                new DeliveryReport(
                        Optional.of(text.messageId()), 1, "SMlate" + text.messageId(), progress, Optional.empty()));
    }

    private List<AuditRow> audited() {
        return audit.page(
                        ora,
                        new AuditFilter(Optional.empty(), Optional.of("text."), Optional.empty(), Optional.empty()),
                        Page.Wanted.first(50))
                .rows();
    }

    private MessageState state(Text text) {
        return texts.find(here, text.messageId()).orElseThrow().state();
    }
}
