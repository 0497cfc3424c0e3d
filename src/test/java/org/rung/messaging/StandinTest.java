package org.rung.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
import org.rung.notices.Notices;
import org.rung.senders.Arrival;
import org.rung.senders.Failover;
import org.rung.senders.Failovers;
import org.rung.senders.Outcome;
import org.rung.senders.Pacing;
import org.rung.senders.SenderDraft;
import org.rung.senders.SenderId;
import org.rung.senders.SenderKind;
import org.rung.senders.Senders;
import org.springframework.beans.factory.annotation.Autowired;

/** A second number that takes over while the first cannot send. */
@RungTest
class StandinTest {
    @Autowired
    DSLContext db;

    @Autowired
    Organizations organizations;

    @Autowired
    Texts texts;

    @Autowired
    Senders senders;

    @Autowired
    Failovers failovers;

    @Autowired
    Standin standin;

    @Autowired
    Inbox inbox;

    @Autowired
    Outbox outbox;

    @Autowired
    Notices notices;

    @Autowired
    AuditLog audit;

    @Autowired
    Airwaves airwaves;

    @Autowired
    TestClock clock;

    OrganizationId here;
    Actor.Member ora;
    SenderId first;
    SenderId second;

    @BeforeEach
    void an_organization_with_two_numbers_at_two_providers() {
        clock.set(TestClock.TUESDAY_NOON);
        here = organizations.found("Neighbors", "US", ZoneId.of("America/New_York"), true);
        ora = new NewOrganization(here, db).member(Role.ADMIN);
        first = senders.usual(here).orElseThrow().senderId();
        second = senders.add(ora, draft("+15105550199"));
        failovers.change(ora, Optional.of(new Failover(second, 10)));
    }

    @AfterEach
    void every_provider_answers() {
        db.execute("update breakers set state = 'CLOSED', opened_at = null, probe_at = null, ramp_from_at = null");
        clock.tick(Duration.ofSeconds(2));
    }

    @Test
    void what_waits_for_a_number_that_was_refused_leaves_by_the_second_and_the_thread_keeps_its_own() throws Exception {
        var refused = Texting.first();
        airwaves.when(refused.phone(), handed -> new Outcome.NotNow(clock.instant(), "30034"));
        var text = onFirst(refused);
        outbox.drain();
        var waiting = onFirst(Texting.first());
        airwaves.asUsual(refused.phone());

        standin.round();
        outbox.drain();
        // A long code sends a segment a second.
        clock.tick(Duration.ofSeconds(2));
        outbox.drain();

        assertThat(from(text)).isEqualTo("+15105550199");
        assertThat(from(waiting)).isEqualTo("+15105550199");
        assertThat(db.fetchValue(
                        "select sender_id from threads where thread_id = ?",
                        text.threadId().value()))
                .isEqualTo(first.value());
        standin.round();
        assertThat(logged()).hasSize(1);
        assertThat(notices.unread(ora, 9)).hasSize(2);

        senders.resume(ora, first);
        var later = texts.queue(
                ora, Texting.first().to(refused.phone()).saying("Back again").draft());
        outbox.drain();
        assertThat(from(later)).isNotEqualTo("+15105550199");
        assertThat(notices.unread(ora, 9)).isEmpty();
    }

    @Test
    void who_answers_the_second_number_keeps_the_first_for_life_until_it_is_retired() {
        var hello = Texting.first();
        var text = onFirst(hello);
        var two = senders.all(ora).stream()
                .filter(sender -> sender.senderId().equals(second))
                .findFirst()
                .orElseThrow();
        senders.stop(here, first, "30034", clock.instant());

        inbox.arrived(
                here, two, new Arrival("SM" + Id.next(), hello.phone(), "Who is this?", List.of(), Optional.empty()));
        assertThat(numberOf(text.threadId())).isEqualTo(first);

        senders.retire(ora, first);
        inbox.arrived(here, two, new Arrival("SM" + Id.next(), hello.phone(), "Hello?", List.of(), Optional.empty()));
        assertThat(numberOf(text.threadId())).isEqualTo(second);
    }

    private SenderId numberOf(ThreadId thread) {
        return new SenderId((Long) db.fetchValue("select sender_id from threads where thread_id = ?", thread.value()));
    }

    @Test
    void a_text_that_may_have_been_handed_over_stays_with_its_number() throws Exception {
        var lost = Texting.first();
        airwaves.when(lost.phone(), handed -> new Outcome.Unknown());
        var text = onFirst(lost);
        outbox.drain();
        // Missed twice: it may leave again, but by its own number only.
        db.execute(
                "update messages set state = 'QUEUED', lookups = 2, due_at = ? where message_id = ?",
                java.time.LocalDateTime.ofInstant(clock.instant(), java.time.ZoneOffset.UTC),
                text.messageId().value());
        var stillLost = Texting.first();
        airwaves.when(stillLost.phone(), handed -> new Outcome.Unknown());
        var unconfirmed = onFirst(stillLost);
        outbox.drain();
        senders.stop(here, first, "30034", clock.instant());

        standin.round();
        outbox.drain();

        assertThat(sender(text)).isEqualTo(first);
        assertThat(sender(unconfirmed)).isEqualTo(first);
        assertThat(airwaves.callsTo(stillLost.phone())).hasSize(1);
        assertThat(logged()).isEmpty();
    }

    @Test
    void a_number_that_a_person_paused_is_nobodys_business() throws Exception {
        senders.pause(ora, first, "HAND");
        var text = onFirst(Texting.first());

        standin.round();

        assertThat(sender(text)).isEqualTo(first);
    }

    @Test
    void a_provider_must_be_silent_for_as_long_as_the_settings_say() throws Exception {
        var text = onFirst(Texting.first());
        var opened = java.time.LocalDateTime.ofInstant(clock.instant(), java.time.ZoneOffset.UTC);
        db.execute(
                "update breakers set state = 'OPEN', opened_at = ?, probe_at = ? where gateway = 'SIMULATOR'",
                opened,
                opened.plusHours(9));
        clock.tick(Duration.ofMinutes(9));
        standin.round();
        assertThat(sender(text)).isEqualTo(first);

        clock.tick(Duration.ofMinutes(1));
        standin.round();
        assertThat(sender(text)).isEqualTo(second);
        outbox.drain();
        assertThat(from(text)).isEqualTo("+15105550199");
    }

    @Test
    void with_two_accounts_at_one_provider_the_second_takes_over_when_the_first_is_silent() throws Exception {
        clock.tick(Duration.ofDays(2));
        first = fast("+15105550121", "AC%032x".formatted(here.value() + 1));
        second = fast("+15105550122", "AC%032x".formatted(here.value() + 2));
        failovers.change(ora, Optional.of(new Failover(second, 10)));
        for (int i = 0; i < 25; i++) {
            var lost = Texting.first();
            airwaves.when(lost.phone(), handed -> new Outcome.Unknown());
            onFirst(lost);
        }
        outbox.drain();
        List<Text> waiting = new ArrayList<>();
        for (int i = 0; i < 30; i++) waiting.add(onFirst(Texting.first()));
        outbox.drain();
        assertThat(waiting)
                .as("the first is left alone")
                .allSatisfy(text -> assertThat(airwaves.callsTo(text.phone())).isEmpty());
        clock.tick(Duration.ofMinutes(9));
        standin.round();
        assertThat(waiting).allMatch(text -> sender(text).equals(first));

        clock.tick(Duration.ofMinutes(1));
        standin.round();
        for (int i = 0; i < 10; i++) {
            outbox.drain();
            clock.tick(Duration.ofSeconds(4));
        }

        assertThat(waiting).allSatisfy(text -> assertThat(from(text)).isEqualTo("+15105550122"));
        assertThat(logged()).hasSize(1);
    }

    @Test
    void when_the_second_cannot_send_either_everything_waits() {
        var text = onFirst(Texting.first());
        senders.stop(here, first, "30034", clock.instant());
        senders.stop(here, second, "21606", clock.instant());

        standin.round();

        assertThat(sender(text)).isEqualTo(first);
    }

    @Test
    void only_admins_choose_and_only_among_their_own() {
        var tess = new NewOrganization(here, db).member(Role.ORGANIZER);
        var stranger = NewOrganization.with(db).member(Role.ADMIN);

        assertThatThrownBy(() -> failovers.change(tess, Optional.empty())).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> failovers.change(stranger, Optional.of(new Failover(second, 10))))
                .isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> new Failover(second, 0)).isInstanceOf(Problem.Invalid.class);
        failovers.change(ora, Optional.empty());
        assertThat(failovers.get(ora)).isEmpty();
    }

    @Test
    void an_account_that_is_closed_pauses_all_its_numbers_and_is_told_once() {
        var third = senders.add(ora, draft("+15105550198"));

        senders.stopAccount(here, third, "30002", clock.instant());

        assertThat(senders.all(ora))
                .filteredOn(sender -> sender.pausedAt().isPresent())
                .extracting(sender -> sender.senderId())
                .containsExactlyInAnyOrder(second, third);
        assertThat(notices.unread(ora, 9)).hasSize(1);
    }

    private Text onFirst(Texting text) {
        var draft = text.draft();
        return texts.queue(
                ora,
                new TextDraft(
                        draft.phone(),
                        Optional.of(first),
                        draft.purpose(),
                        draft.body(),
                        draft.topicId(),
                        draft.author(),
                        draft.onceKey(),
                        draft.requestKey(),
                        draft.window(),
                        draft.undo()));
    }

    private SenderId fast(String address, String accountSid) {
        var sender = senders.add(ora, draft(accountSid, address));
        senders.pace(
                ora, sender, new Pacing(SenderKind.LONG_CODE, Optional.of(6_000), 1, "US", "510", Optional.empty()));
        return sender;
    }

    private SenderDraft draft(String address) {
        return draft("AC%032x".formatted(here.value()), address);
    }

    private static SenderDraft draft(String accountSid, String address) {
        return new SenderDraft(accountSid, "0123456789abcdef0123456789abcdef", address, "", false);
    }

    private SenderId sender(Text text) {
        return new SenderId((Long) db.fetchValue(
                "select sender_id from messages where message_id = ?",
                text.messageId().value()));
    }

    private String from(Text text) {
        return airwaves.callsTo(text.phone()).getLast().from().address();
    }

    private List<AuditRow> logged() {
        return audit.page(
                        ora,
                        new AuditFilter(
                                Optional.empty(), Optional.of("sender.failed"), Optional.empty(), Optional.empty()),
                        Page.Wanted.first(50))
                .rows();
    }
}
