package org.rung.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.accounts.Organizations;
import org.rung.cast.Airwaves;
import org.rung.cast.AtOnce;
import org.rung.cast.Neighbor;
import org.rung.cast.NewOrganization;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.consent.ConsentKind;
import org.rung.consent.ConsentSource;
import org.rung.consent.Consents;
import org.rung.notices.Notices;
import org.rung.senders.DeliveryReport;
import org.rung.senders.Handover;
import org.rung.senders.Outcome;
import org.rung.senders.SenderId;
import org.rung.senders.Senders;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@RungTest
class OutboxTest {
    @Autowired
    ApplicationContext house;

    @Autowired
    DSLContext db;

    @Autowired
    Organizations organizations;

    @Autowired
    Texts texts;

    @Autowired
    Senders senders;

    @Autowired
    Outbox outbox;

    @Autowired
    OutboxClaims claims;

    @Autowired
    Settler settler;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Consents consents;

    @Autowired
    Notices notices;

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
    }

    @Test
    void a_queued_text_is_handed_over_once_and_is_sent() throws Exception {
        Texting hello = Texting.first();
        Text queued = texts.queue(ora, hello.draft());
        assertThat(queued.state()).isEqualTo(MessageState.QUEUED);

        outbox.drain();
        outbox.drain();

        assertThat(airwaves.callsTo(hello.phone())).hasSize(1);
        assertThat(state(queued)).isEqualTo(MessageState.SENT);
        assertThat(texts.thread(here, queued.threadId(), Optional.empty(), 10))
                .extracting(Text::messageId)
                .containsExactly(queued.messageId());
    }

    @Test
    void fifty_threads_sending_the_same_first_text_cause_one_call() throws Exception {
        Texting hello = Texting.first();
        List<Callable<String>> senders = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            Texting mine = Texting.first()
                    .to(hello.phone())
                    .once("campaign-1:" + hello.phone().text());
            senders.add(() -> {
                try {
                    return texts.queue(ora, mine.draft()).messageId().text();
                } catch (Problem.Conflict taken) {
                    return "taken";
                }
            });
        }

        List<String> results = AtOnce.all(senders);
        outbox.drain();

        assertThat(results.stream().filter(result -> !result.equals("taken"))).hasSize(1);
        assertThat(airwaves.callsTo(hello.phone())).hasSize(1);
    }

    @Test
    void the_same_request_is_the_same_message() throws Exception {
        Texting hello = Texting.first().request("r1");

        Text first = texts.queue(ora, hello.draft());
        Text again = texts.queue(ora, hello.saying("pressed twice").draft());
        outbox.drain();

        assertThat(again.messageId()).isEqualTo(first.messageId());
        assertThat(airwaves.callsTo(hello.phone())).extracting(Handover::body).containsExactly(hello.body());
    }

    @Test
    void a_once_key_is_free_again_only_when_nobody_had_claimed_the_text() throws Exception {
        Texting hello = Texting.first().once("c2:a");
        Text undone = texts.queue(ora, hello.draft());
        texts.cancelUnclaimed(here, List.of(undone.messageId()));
        Text second = texts.queue(ora, hello.draft());
        outbox.drain();

        assertThat(texts.cancelUnclaimed(here, List.of(second.messageId()))).isZero();
        assertThatThrownBy(() -> texts.queue(ora, hello.draft())).isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void a_text_can_be_taken_back_until_it_leaves() throws Exception {
        Texting hello = Texting.first().undoable(Duration.ofSeconds(5));
        Text taken = texts.queue(ora, authored(hello));
        outbox.drain();
        assertThat(airwaves.callsTo(hello.phone())).isEmpty();
        assertThat(texts.undo(ora, taken.messageId())).isTrue();
        assertThat(texts.undo(ora, taken.messageId())).isFalse();

        Text gone = texts.queue(ora, authored(hello));
        clock.tick(Duration.ofSeconds(5));
        outbox.drain();
        assertThat(airwaves.callsTo(hello.phone())).hasSize(1);
        assertThat(texts.undo(ora, gone.messageId())).isFalse();
    }

    @Test
    void another_organization_cannot_see_take_back_or_cancel_a_text() {
        Text mine =
                texts.queue(ora, Texting.first().undoable(Duration.ofSeconds(5)).draft());
        var next = NewOrganization.with(db);

        assertThat(texts.find(next.organizationId(), mine.messageId())).isEmpty();
        assertThat(texts.undo(next.member(Role.ADMIN), mine.messageId())).isFalse();
        assertThat(texts.cancelUnclaimed(next.organizationId(), List.of(mine.messageId())))
                .isZero();
        assertThat(texts.thread(next.organizationId(), mine.threadId(), Optional.empty(), 10))
                .isEmpty();
    }

    @Test
    void to_an_opted_out_number_nothing_can_be_queued() {
        Neighbor nia = Neighbor.of(house, here);
        nia.texts("STOP");

        assertThatThrownBy(
                        () -> texts.queue(ora, Texting.first().to(nia.phone()).draft()))
                .isInstanceOf(Problem.Refused.class);
    }

    @Test
    void a_stop_between_queueing_and_claiming_keeps_the_text_here() {
        Neighbor nia = Neighbor.of(house, here);
        Text late = texts.queue(ora, Texting.first().to(nia.phone()).draft());

        nia.texts("Stop.");

        assertThat(nia.received()).hasSize(1).allMatch(body -> body.contains("unsubscribed"));
        assertThat(texts.find(here, late.messageId())).hasValueSatisfying(text -> {
            assertThat(text.state()).isEqualTo(MessageState.CANCELLED);
            assertThat(text.errorCode()).contains("OPTED_OUT");
        });
    }

    @Test
    void the_claim_checks_consent_again_by_itself() throws Exception {
        Texting hello = Texting.first();
        Text late = texts.queue(ora, hello.draft());
        // As if the opt-out had been stored by a program that announces nothing.
        db.execute(
                "insert into phone_consents (organization_id, phone, consent, since_at) values (?, ?, 'OPTED_OUT', ?)",
                here.value(),
                hello.phone().text(),
                "2026-10-13 17:00:00");

        outbox.drain();

        assertThat(airwaves.callsTo(hello.phone())).isEmpty();
        assertThat(state(late)).isEqualTo(MessageState.CANCELLED);
    }

    @Test
    void a_text_outside_the_recipients_hours_is_held_until_they_open() throws Exception {
        Texting toHonolulu = Texting.first().in("Pacific/Honolulu");
        Text held = texts.queue(ora, toHonolulu.draft());
        assertThat(held.hold()).contains(Hold.HOURS);
        assertThat(held.dueAt()).contains(Instant.parse("2026-10-13T19:00:00Z"));
        outbox.drain();
        assertThat(airwaves.callsTo(toHonolulu.phone())).isEmpty();

        clock.tick(Duration.ofHours(2));
        outbox.drain();
        assertThat(airwaves.callsTo(toHonolulu.phone())).hasSize(1);
    }

    @Test
    void hours_that_passed_while_it_was_queued_hold_it_too() throws Exception {
        Texting hello = Texting.first();
        Text queued = texts.queue(ora, hello.draft());
        clock.tick(Duration.ofHours(8));

        outbox.drain();

        assertThat(airwaves.callsTo(hello.phone())).isEmpty();
        assertThat(texts.find(here, queued.messageId())).hasValueSatisfying(text -> {
            assertThat(text.state()).isEqualTo(MessageState.HELD);
            assertThat(text.dueAt()).contains(Instant.parse("2026-10-14T13:00:00Z"));
        });
    }

    @Test
    void a_law_that_closes_its_hours_while_a_text_is_queued_holds_it() throws Exception {
        Texting miami = Texting.first();
        Text queued = texts.queue(ora, miami.under("US-FL"));
        // Eight in the evening there, half an hour before the organization's own end.
        clock.tick(Duration.ofHours(7));

        outbox.drain();

        assertThat(airwaves.callsTo(miami.phone())).isEmpty();
        assertThat(texts.find(here, queued.messageId()).orElseThrow().dueAt())
                .contains(Instant.parse("2026-10-14T13:00:00Z"));
    }

    @Test
    void hours_that_the_organization_narrows_while_a_text_waits_hold_it() throws Exception {
        Texting hello = Texting.first();
        Text queued = texts.queue(ora, hello.draft());
        db.execute("update organizations set texting_until = '12:00:00' where organization_id = ?", here.value());

        outbox.drain();

        assertThat(airwaves.callsTo(hello.phone())).isEmpty();
        assertThat(texts.find(here, queued.messageId()).orElseThrow().dueAt())
                .contains(Instant.parse("2026-10-14T13:00:00Z"));
    }

    @Test
    void a_text_queued_before_places_were_known_keeps_to_its_zones() throws Exception {
        Texting hello = Texting.first();
        texts.queue(ora, hello.under("US-FL"));
        db.execute("update messages set places = null where organization_id = ?", here.value());
        clock.tick(Duration.ofHours(7));

        outbox.drain();

        assertThat(airwaves.callsTo(hello.phone())).hasSize(1);
    }

    @Test
    void a_shorter_undo_leaves_what_is_held_to_its_promise() throws Exception {
        Texting hello = Texting.first().undoable(Duration.ofSeconds(30));
        Text held = texts.queue(ora, hello.draft());
        db.execute("update organizations set undo_seconds = 0 where organization_id = ?", here.value());
        clock.tick(Duration.ofSeconds(29));
        outbox.drain();
        assertThat(airwaves.callsTo(hello.phone())).isEmpty();

        clock.tick(Duration.ofSeconds(1));
        outbox.drain();
        assertThat(airwaves.callsTo(hello.phone())).hasSize(1);
        assertThat(held.hold()).contains(Hold.UNDO);
    }

    @Test
    void the_confirmation_of_a_stop_leaves_at_any_hour_and_once() {
        clock.tick(Duration.ofHours(12));
        Neighbor nia = Neighbor.of(house, here);

        nia.texts("STOP");
        nia.texts("stop");

        assertThat(nia.received()).hasSize(1);
    }

    @Test
    void a_paused_sender_keeps_its_texts_until_it_runs_again() throws Exception {
        senders.pause(ora, sender, "test");
        Texting hello = Texting.first();
        Text waiting = texts.queue(ora, hello.draft());
        outbox.drain();
        assertThat(airwaves.callsTo(hello.phone())).isEmpty();
        assertThat(state(waiting)).isEqualTo(MessageState.QUEUED);

        senders.resume(ora, sender);
        outbox.drain();
        assertThat(airwaves.callsTo(hello.phone())).hasSize(1);
    }

    @Test
    void without_any_number_a_text_waits_for_one() throws Exception {
        var bare = NewOrganization.with(db);
        Texting hello = Texting.first();
        Text waiting = texts.queue(bare.member(Role.ORGANIZER), hello.draft());
        outbox.drain();
        assertThat(airwaves.callsTo(hello.phone())).isEmpty();

        senders.addSimulated(bare.organizationId());
        outbox.drain();
        assertThat(texts.find(bare.organizationId(), waiting.messageId())
                        .orElseThrow()
                        .state())
                .isEqualTo(MessageState.SENT);
    }

    @Test
    void an_account_fault_pauses_the_sender_and_loses_nothing() throws Exception {
        Texting hello = Texting.first();
        airwaves.when(hello.phone(), text -> new Outcome.NotNow(clock.instant(), "20003"));
        Text queued = texts.queue(ora, hello.draft());
        outbox.drain();

        assertThat(state(queued)).isEqualTo(MessageState.QUEUED);
        assertThat(senders.all(ora).getFirst().pauseReason()).contains("20003");

        airwaves.asUsual(hello.phone());
        senders.resume(ora, sender);
        outbox.drain();
        assertThat(state(queued)).isEqualTo(MessageState.SENT);
    }

    @Test
    void a_proxy_that_refuses_every_text_pauses_the_account_and_the_queue_stays() throws Exception {
        Texting hello = Texting.first();
        Texting hi = Texting.first();
        for (Texting text : List.of(hello, hi)) {
            airwaves.when(text.phone(), refused -> new Outcome.NotNow(clock.instant(), "HTTP 403"));
        }
        List<Text> queued = List.of(texts.queue(ora, hello.draft()), texts.queue(ora, hi.draft()));
        outbox.drain();

        assertThat(queued).allSatisfy(text -> assertThat(state(text)).isEqualTo(MessageState.QUEUED));
        assertThat(senders.all(ora).getFirst())
                .satisfies(paused -> assertThat(paused.pauseReason()).contains("HTTP 403"))
                .satisfies(paused -> assertThat(paused.pausedByItself()).isTrue());
        assertThat(notices.unread(ora, 9))
                .extracting(notice -> notice.in(java.util.Locale.ENGLISH))
                .singleElement()
                .asString()
                .contains("a proxy, a firewall or a wrong address");

        List.of(hello, hi).forEach(text -> airwaves.asUsual(text.phone()));
        senders.resume(ora, sender);
        outbox.drain();
        assertThat(queued).allSatisfy(text -> assertThat(state(text)).isEqualTo(MessageState.SENT));
    }

    @Test
    void a_cap_of_the_day_is_waited_out_for_an_hour_and_not_for_seconds() throws Exception {
        Texting hello = Texting.first();
        airwaves.when(hello.phone(), capped -> new Outcome.NotNow(clock.instant(), "63038"));
        Text queued = texts.queue(ora, hello.draft());
        outbox.drain();
        airwaves.asUsual(hello.phone());
        clock.tick(Duration.ofMinutes(59));
        outbox.drain();
        assertThat(state(queued)).isEqualTo(MessageState.QUEUED);

        clock.tick(Duration.ofMinutes(61));
        outbox.drain();
        assertThat(state(queued)).isEqualTo(MessageState.SENT);
    }

    @Test
    void a_text_is_handed_over_with_the_end_of_its_recipients_hours_and_the_answer_to_a_stop_without()
            throws Exception {
        Texting hello = Texting.first();
        texts.queue(ora, hello.draft());
        outbox.drain();
        Neighbor nia = Neighbor.of(house, here);
        nia.texts("STOP");
        nia.received();

        assertThat(airwaves.callsTo(hello.phone()))
                .extracting(Handover::closing)
                .containsExactly(Optional.of(Instant.parse("2026-10-14T00:30:00Z")));
        assertThat(airwaves.callsTo(nia.phone())).extracting(Handover::closing).containsExactly(Optional.empty());
    }

    @Test
    void hours_that_end_between_the_claim_and_the_call_keep_the_text_here() throws Exception {
        clock.set(Instant.parse("2026-10-14T00:29:59Z"));
        List<Texting> line = new ArrayList<>();
        List<Text> queued = new ArrayList<>();
        // More than are on their way at once: the last of them wait for the first, which take until after closing.
        for (int i = 0; i < 130; i++) {
            Texting one = Texting.first();
            line.add(one);
            airwaves.when(one.phone(), text -> {
                clock.set(Instant.parse("2026-10-14T00:30:01Z"));
                return airwaves.take(text);
            });
            queued.add(texts.queue(ora, one.draft()));
        }
        outbox.drain();
        line.forEach(one -> airwaves.asUsual(one.phone()));

        assertThat(queued).extracting(this::state).contains(MessageState.HELD).doesNotContain(MessageState.SENDING);
        assertThat(queued)
                .filteredOn(text -> state(text) == MessageState.HELD)
                .allSatisfy(text -> assertThat(airwaves.callsTo(text.phone())).isEmpty());
    }

    @Test
    void what_expired_in_the_providers_queue_leaves_the_next_morning() throws Exception {
        Texting hello = Texting.first();
        Text queued = texts.queue(ora, hello.draft());
        outbox.drain();
        clock.tick(Duration.ofHours(8));
        assertThat(undelivered(queued, 1, "30036")).isTrue();
        clock.tick(Duration.ofMinutes(1));
        outbox.drain();
        assertThat(texts.find(here, queued.messageId()).orElseThrow().dueAt())
                .contains(Instant.parse("2026-10-14T13:00:00Z"));

        clock.set(Instant.parse("2026-10-14T13:00:00Z"));
        outbox.drain();
        assertThat(airwaves.callsTo(hello.phone())).hasSize(2);
        assertThat(state(queued)).isEqualTo(MessageState.SENT);
    }

    @Test
    void too_fast_comes_back_later() throws Exception {
        Texting hello = Texting.first();
        airwaves.when(hello.phone(), text -> new Outcome.NotNow(clock.instant(), "20429"));
        Text queued = texts.queue(ora, hello.draft());
        outbox.drain();
        assertThat(airwaves.callsTo(hello.phone())).hasSize(1);

        airwaves.asUsual(hello.phone());
        clock.tick(Duration.ofMinutes(1));
        outbox.drain();
        assertThat(state(queued)).isEqualTo(MessageState.SENT);
    }

    @Test
    void a_number_that_is_no_mobile_goes_bad_and_an_opted_out_one_is_remembered() throws Exception {
        Texting landline = Texting.first();
        airwaves.when(landline.phone(), text -> new Outcome.Never("21614"));
        Texting blocked = Texting.first();
        airwaves.when(blocked.phone(), text -> new Outcome.Never("21610"));
        Text first = texts.queue(ora, landline.draft());
        texts.queue(ora, blocked.draft());
        outbox.drain();

        assertThat(state(first)).isEqualTo(MessageState.FAILED);
        assertThatThrownBy(() -> texts.queue(ora, landline.draft())).isInstanceOf(Problem.Refused.class);
        assertThat(consents.of(here, blocked.phone()))
                .hasValueSatisfying(consent -> assertThat(consent.consent()).isEqualTo(ConsentKind.OPTED_OUT));
        // A text from the number proves that it lives.
        new Neighbor(house, here, landline.phone()).texts("hello?");
        assertThat(texts.queue(ora, landline.draft()).state()).isEqualTo(MessageState.QUEUED);
    }

    @Test
    void an_unknown_subscriber_is_only_believed_the_second_time() throws Exception {
        Texting hello = Texting.first();
        airwaves.when(hello.phone(), text -> new Outcome.Never("30005"));
        texts.queue(ora, hello.draft());
        outbox.drain();
        texts.queue(ora, hello.draft());
        outbox.drain();

        assertThatThrownBy(() -> texts.queue(ora, hello.draft())).isInstanceOf(Problem.Refused.class);
    }

    @Test
    void a_country_that_is_not_allowed_waits_for_a_person() throws Exception {
        Texting hello = Texting.first();
        airwaves.when(hello.phone(), text -> new Outcome.Never("21408"));
        Text queued = texts.queue(ora, hello.draft());
        outbox.drain();
        clock.tick(Duration.ofDays(2));
        outbox.drain();

        assertThat(texts.find(here, queued.messageId()).orElseThrow().hold()).contains(Hold.PERSON);
        assertThat(airwaves.callsTo(hello.phone())).hasSize(1);
    }

    @Test
    void killed_after_the_provider_took_it_the_text_is_found_there_and_not_sent_again() throws Exception {
        Texting hello = Texting.first();
        Text queued = texts.queue(ora, hello.draft());
        Claimed.Ready ready = claimed(hello.phone());
        airwaves.take(ready.handover());
        // Here the process dies: nobody writes the outcome down.
        clock.tick(Duration.ofSeconds(31));
        settler.settle();

        assertThat(state(queued)).isEqualTo(MessageState.SENT);
        outbox.drain();
        assertThat(airwaves.callsTo(hello.phone())).isEmpty();
    }

    @Test
    void killed_before_the_provider_took_it_the_text_leaves_once_after_it_was_missed_twice() throws Exception {
        Texting hello = Texting.first();
        Text queued = texts.queue(ora, hello.draft());
        claimed(hello.phone());
        clock.tick(Duration.ofMinutes(2));
        settler.settle();
        assertThat(state(queued)).isEqualTo(MessageState.UNCONFIRMED);
        settler.settle();
        outbox.drain();
        assertThat(state(queued)).isEqualTo(MessageState.UNCONFIRMED);

        clock.tick(Duration.ofMinutes(10));
        settler.settle();
        assertThat(state(queued)).isEqualTo(MessageState.QUEUED);
        outbox.drain();
        outbox.drain();
        assertThat(airwaves.callsTo(hello.phone())).hasSize(1);
        assertThat(state(queued)).isEqualTo(MessageState.SENT);
    }

    @Test
    void the_second_lost_answer_of_a_text_is_looked_up_twice_too() throws Exception {
        Texting hello = Texting.first();
        airwaves.when(hello.phone(), text -> new Outcome.Unknown());
        Text queued = texts.queue(ora, hello.draft());
        outbox.drain();
        settler.settle();
        clock.tick(Duration.ofMinutes(10));
        settler.settle();
        assertThat(state(queued)).isEqualTo(MessageState.QUEUED);

        outbox.drain();
        assertThat(airwaves.callsTo(hello.phone())).hasSize(2);
        // The provider took it and lists it only a moment later.
        settler.settle();
        assertThat(state(queued)).isEqualTo(MessageState.UNCONFIRMED);
        airwaves.take(airwaves.callsTo(hello.phone()).getLast());
        clock.tick(Duration.ofMinutes(10));
        settler.settle();
        assertThat(state(queued)).isEqualTo(MessageState.SENT);
        outbox.drain();
        assertThat(airwaves.callsTo(hello.phone())).hasSize(2);
    }

    @Test
    void a_report_that_carries_our_id_settles_a_lost_answer_at_once() throws Exception {
        Texting hello = Texting.first();
        airwaves.when(hello.phone(), text -> new Outcome.Unknown());
        Text queued = texts.queue(ora, hello.draft());
        outbox.drain();
        assertThat(state(queued)).isEqualTo(MessageState.UNCONFIRMED);

        assertThat(report(queued, 1, "SMlost" + queued.messageId(), DeliveryReport.Progress.SENT))
                .isTrue();
        assertThat(state(queued)).isEqualTo(MessageState.SENT);
    }

    @Test
    void a_late_report_keeps_a_text_here_that_was_taken_for_absent_and_then_held_for_the_night() throws Exception {
        Texting hello = Texting.first();
        Text queued = takenForAbsent(hello);
        clock.tick(Duration.ofHours(8));
        outbox.drain();
        assertThat(texts.find(here, queued.messageId()).orElseThrow().hold()).contains(Hold.HOURS);

        assertThat(report(queued, 1, "SMlate" + queued.messageId(), DeliveryReport.Progress.DELIVERED))
                .isTrue();

        clock.tick(Duration.ofDays(1));
        outbox.drain();
        assertThat(state(queued)).isEqualTo(MessageState.DELIVERED);
        assertThat(texts.find(here, queued.messageId()).orElseThrow().hold()).isEmpty();
        assertThat(airwaves.callsTo(hello.phone())).hasSize(1);
    }

    @Test
    void a_late_report_keeps_a_text_here_that_was_taken_for_absent_and_then_paused() throws Exception {
        Texting hello = Texting.first();
        Text queued = takenForAbsent(hello);
        texts.pause(here, List.of(queued.messageId()));

        assertThat(report(queued, 1, "SMlate" + queued.messageId(), DeliveryReport.Progress.SENT))
                .isTrue();

        texts.goOn(here, List.of(queued.messageId()));
        outbox.drain();
        assertThat(state(queued)).isEqualTo(MessageState.SENT);
        assertThat(airwaves.callsTo(hello.phone())).hasSize(1);
    }

    @Test
    void a_report_about_no_attempt_of_ours_moves_no_text_that_is_held() {
        Text held = texts.queue(ora, Texting.first().in("Pacific/Honolulu").draft());

        assertThat(report(held, 0, "SMwild" + held.messageId(), DeliveryReport.Progress.SENT))
                .isFalse();
        assertThat(state(held)).isEqualTo(MessageState.HELD);
    }

    /** Its answer was lost, and the provider did not list it twice. */
    private Text takenForAbsent(Texting text) throws Exception {
        airwaves.when(text.phone(), lost -> new Outcome.Unknown());
        Text queued = texts.queue(ora, text.draft());
        outbox.drain();
        airwaves.asUsual(text.phone());
        settler.settle();
        clock.tick(Duration.ofMinutes(10));
        settler.settle();
        assertThat(state(queued)).isEqualTo(MessageState.QUEUED);
        return queued;
    }

    @Test
    void reports_that_are_repeated_or_out_of_order_only_move_a_text_up() throws Exception {
        Texting hello = Texting.first();
        Text queued = texts.queue(ora, hello.draft());
        outbox.drain();
        String id = db.fetchSingle(
                        "select provider_id from messages where message_id = ?",
                        queued.messageId().value())
                .get(0, String.class);

        assertThat(report(queued, 1, id, DeliveryReport.Progress.DELIVERED)).isTrue();
        assertThat(report(queued, 1, id, DeliveryReport.Progress.SENT)).isFalse();
        assertThat(report(queued, 1, id, DeliveryReport.Progress.DELIVERED)).isFalse();
        assertThat(report(queued, 1, id, DeliveryReport.Progress.UNDELIVERED)).isFalse();
        assertThat(state(queued)).isEqualTo(MessageState.DELIVERED);
    }

    @Test
    void a_report_before_our_own_commit_works_and_is_not_undone() throws Exception {
        Texting hello = Texting.first();
        Text queued = texts.queue(ora, hello.draft());
        airwaves.when(hello.phone(), text -> {
            Outcome.Accepted taken = (Outcome.Accepted) airwaves.take(text);
            report(queued, text.attempt(), taken.providerId(), DeliveryReport.Progress.DELIVERED);
            return taken;
        });
        outbox.drain();

        assertThat(state(queued)).isEqualTo(MessageState.DELIVERED);
    }

    @Test
    void a_handset_that_was_off_gets_one_more_try_hours_later() throws Exception {
        Texting hello = Texting.first().in("America/Los_Angeles");
        clock.tick(Duration.ofHours(1));
        Text queued = texts.queue(ora, hello.draft());
        outbox.drain();
        assertThat(undelivered(queued, 1, "30003")).isTrue();
        assertThat(undelivered(queued, 1, "30003")).isFalse();
        assertThat(state(queued)).isEqualTo(MessageState.QUEUED);

        clock.tick(Duration.ofHours(4));
        outbox.drain();
        assertThat(airwaves.callsTo(hello.phone())).hasSize(2);
        assertThat(undelivered(queued, 2, "30003")).isTrue();
        assertThat(state(queued)).isEqualTo(MessageState.UNDELIVERED);
        assertThatThrownBy(() -> texts.queue(ora, hello.draft())).isInstanceOf(Problem.Refused.class);
    }

    @Test
    void who_waited_for_a_busy_provider_still_gets_the_one_more_try() throws Exception {
        Texting hello = Texting.first().in("America/Los_Angeles");
        clock.tick(Duration.ofHours(1));
        airwaves.when(hello.phone(), text -> new Outcome.NotNow(clock.instant(), "20429"));
        Text queued = texts.queue(ora, hello.draft());
        outbox.drain();
        airwaves.when(hello.phone(), airwaves::take);
        clock.tick(Duration.ofMinutes(1));
        outbox.drain();
        assertThat(state(queued)).isEqualTo(MessageState.SENT);

        assertThat(undelivered(queued, 2, "30003")).isTrue();
        assertThat(state(queued)).isEqualTo(MessageState.QUEUED);

        clock.tick(Duration.ofHours(4));
        outbox.drain();
        assertThat(undelivered(queued, 3, "30003")).isTrue();
        assertThat(state(queued)).isEqualTo(MessageState.UNDELIVERED);
    }

    @Test
    void a_report_about_the_second_attempt_is_believed_though_the_first_one_has_a_name() throws Exception {
        Texting hello = Texting.first().in("America/Los_Angeles");
        clock.tick(Duration.ofHours(1));
        Text queued = texts.queue(ora, hello.draft());
        outbox.drain();
        assertThat(undelivered(queued, 1, "30003")).isTrue();
        airwaves.when(hello.phone(), text -> {
            airwaves.take(text);
            return new Outcome.Unknown();
        });
        clock.tick(Duration.ofHours(4));
        outbox.drain();
        assertThat(state(queued)).isEqualTo(MessageState.UNCONFIRMED);

        assertThat(report(queued, 1, "SMold" + Id.next(), DeliveryReport.Progress.DELIVERED))
                .isFalse();
        assertThat(report(queued, 2, "SMnew" + Id.next(), DeliveryReport.Progress.DELIVERED))
                .isTrue();
        assertThat(state(queued)).isEqualTo(MessageState.DELIVERED);
    }

    @Test
    void three_days_without_a_report_are_delivery_unknown() throws Exception {
        Text queued = texts.queue(ora, Texting.first().draft());
        outbox.drain();
        clock.tick(Duration.ofHours(71));
        settler.giveUpWaiting();
        assertThat(state(queued)).isEqualTo(MessageState.SENT);
        clock.tick(Duration.ofHours(2));
        settler.giveUpWaiting();
        assertThat(state(queued)).isEqualTo(MessageState.UNKNOWN);
    }

    @Test
    void what_was_claimed_and_never_called_is_given_back() throws Exception {
        Texting hello = Texting.first();
        Text queued = texts.queue(ora, hello.draft());
        Claimed.Ready ready = claimed(hello.phone());
        claims.release(ready.handover(), clock.instant());

        outbox.drain();
        assertThat(airwaves.callsTo(hello.phone())).hasSize(1);
        assertThat(state(queued)).isEqualTo(MessageState.SENT);
    }

    @Test
    void what_was_claimed_and_never_called_is_as_if_it_had_not_been_claimed() {
        Texting hello = Texting.first().once("released:1");
        Text queued = texts.queue(ora, hello.draft());
        claims.release(claimed(hello.phone()).handover(), clock.instant());

        assertThat(texts.cancelUnclaimed(here, List.of(queued.messageId()))).isOne();
        assertThat(texts.queue(ora, hello.draft()).state()).isEqualTo(MessageState.QUEUED);
    }

    @Test
    void a_second_claim_that_was_never_called_does_not_hide_that_the_first_one_was() throws Exception {
        Texting hello = Texting.first().once("released:2");
        airwaves.when(hello.phone(), text -> new Outcome.NotNow(clock.instant(), "20429"));
        Text queued = texts.queue(ora, hello.draft());
        outbox.drain();
        clock.tick(Duration.ofMinutes(1));
        claims.release(claimed(hello.phone()).handover(), clock.instant());

        assertThat(texts.cancelUnclaimed(here, List.of(queued.messageId()))).isOne();
        assertThatThrownBy(() -> texts.queue(ora, hello.draft())).isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void a_first_text_that_was_claimed_once_cannot_be_taken_back_and_a_reply_can() throws Exception {
        Texting first = Texting.first();
        Texting reply = Texting.first().as(Purpose.REPLY);
        List<Text> both = List.of(texts.queue(ora, first.draft()), texts.queue(ora, reply.draft()));
        for (Texting text : List.of(first, reply)) {
            airwaves.when(text.phone(), busy -> new Outcome.NotNow(clock.instant(), "20429"));
        }
        outbox.drain();
        clock.tick(Duration.ofHours(8));
        outbox.drain();
        assertThat(both)
                .allSatisfy(text -> assertThat(
                                texts.find(here, text.messageId()).orElseThrow().hold())
                        .contains(Hold.HOURS));

        assertThat(texts.undo(ora, both.getFirst().messageId())).isFalse();
        assertThat(texts.undo(ora, both.getLast().messageId())).isTrue();
    }

    @Test
    void a_texter_who_opts_someone_out_stops_what_waits() {
        Text waiting = texts.queue(ora, Texting.first().draft());
        consents.record(
                ora, waiting.phone(), ConsentKind.OPTED_OUT, ConsentSource.TEXTER, "asked by text", clock.instant());

        assertThat(state(waiting)).isEqualTo(MessageState.CANCELLED);
    }

    private static TextDraft authored(Texting text) {
        return text.draft();
    }

    private Claimed.Ready claimed(PhoneNumber phone) {
        return claims.claim("dying", clock.instant(), 1_000).handovers().stream()
                .filter(ready -> ready.claim().phone().equals(phone))
                .findFirst()
                .orElseThrow();
    }

    private boolean undelivered(Text text, int attempt, String code) {
        String id = db.fetchSingle(
                        "select provider_id from messages where message_id = ?",
                        text.messageId().value())
                .get(0, String.class);
        return deliveries.report(
                here,
                new DeliveryReport(
                        Optional.of(text.messageId()),
                        attempt,
                        id,
                        DeliveryReport.Progress.UNDELIVERED,
                        Optional.of(code)));
    }

    private boolean report(Text text, int attempt, String providerId, DeliveryReport.Progress progress) {
        return deliveries.report(
                here,
                new DeliveryReport(Optional.of(text.messageId()), attempt, providerId, progress, Optional.empty()));
    }

    private MessageState state(Text text) {
        return texts.find(here, text.messageId()).orElseThrow().state();
    }
}
