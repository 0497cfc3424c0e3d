package org.rung.messaging;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.accounts.Organizations;
import org.rung.cast.Airwaves;
import org.rung.cast.AtOnce;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.common.Role;
import org.rung.consent.ConsentEntry;
import org.rung.consent.ConsentKind;
import org.rung.consent.ConsentSource;
import org.rung.consent.Consents;
import org.rung.people.SupporterDraft;
import org.rung.people.Supporters;
import org.rung.senders.Arrival;
import org.rung.senders.DeliveryReport;
import org.rung.senders.Sender;
import org.rung.senders.Senders;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Texts and reports that share a transaction, because they came in at the same moment. */
@RungTest
class InboundTogetherTest {
    @Autowired
    Organizations organizations;

    @Autowired
    Senders senders;

    @Autowired
    Inbox inbox;

    @Autowired
    Intake intake;

    @Autowired
    Reporting reporting;

    @Autowired
    Texts texts;

    @Autowired
    Outbox outbox;

    @Autowired
    Consents consents;

    @Autowired
    Supporters supporters;

    @Autowired
    Airwaves airwaves;

    @Autowired
    DSLContext db;

    @Autowired
    TransactionTemplate transaction;

    OrganizationId here;
    Sender sender;
    Actor ora;
    final ExecutorService crowd = Executors.newCachedThreadPool();

    @BeforeEach
    void an_organization_with_a_number() {
        here = organizations.found("Neighbors", "US", ZoneId.of("America/New_York"), true);
        sender = senders.usual(here).orElseThrow();
        ora = new NewOrganization(here, db).member(Role.ADMIN);
    }

    @AfterEach
    void everyone_goes_home() {
        crowd.shutdownNow();
    }

    @Test
    void a_stop_and_replies_of_others_each_do_what_they_say() {
        var leaving = known();
        var staying = List.of(known(), known(), known());
        texts.queue(ora, Texting.first().to(leaving).draft());

        var stored = intake.take(
                here,
                List.of(
                        says(staying.get(0), "Yes!"),
                        says(leaving, "STOP"),
                        says(staying.get(1), "we have to STOP this bill"),
                        says(staying.get(2), "HELP")));

        assertThat(stored).containsOnly(true).hasSize(4);
        assertThat(stands(leaving)).contains(ConsentKind.OPTED_OUT);
        assertThat(staying).allSatisfy(phone -> assertThat(stands(phone)).contains(ConsentKind.OPTED_IN));
        assertThat(count("state = 'CANCELLED' and phone = ?", leaving.text())).isEqualTo(1);
        assertThat(count("purpose = 'CONFIRMATION' and phone = ?", leaving.text()))
                .isEqualTo(1);
        assertThat(count("purpose = 'HELP' and phone = ?", staying.get(2).text()))
                .isEqualTo(1);
        assertThat(waiting(staying.get(0))).isEqualTo("NEEDS_RESPONSE");
        assertThat(waiting(staying.get(1))).isEqualTo("NEEDS_RESPONSE");
        // It alone asks for no answer, and nobody has one open with them.
        assertThat(db.fetch(
                        "select 1 from conversations where organization_id = ? and phone = ?",
                        here.value(),
                        leaving.text()))
                .isEmpty();
    }

    @Test
    void what_one_person_writes_in_one_moment_is_heard_in_its_order() {
        var nia = known();
        var leo = known();

        intake.take(here, List.of(says(nia, "STOP"), says(leo, "start"), says(nia, "yes"), says(leo, "Stop.")));

        // "yes" answers the confirmation that the STOP before it caused.
        assertThat(consents.ledger(ora, nia)).extracting(ConsentEntry::words).containsExactly("yes", "STOP", "Signed");
        assertThat(stands(leo)).contains(ConsentKind.OPTED_OUT);
        assertThat(bodies(nia)).containsExactly("STOP", "yes");
        assertThat(bodies(leo)).containsExactly("start", "Stop.");
    }

    @Test
    void after_their_stop_what_else_they_write_waits_for_nobody() {
        var nia = known();
        intake.take(here, List.of(says(nia, "hello")));
        assertThat(waiting(nia)).isEqualTo("NEEDS_RESPONSE");

        intake.take(here, List.of(says(nia, "STOP"), says(nia, "I mean it")));

        assertThat(waiting(nia)).isEqualTo("CLOSED");
        assertThat(db.fetchSingle("select unread from conversations where organization_id = ?", here.value())
                        .get(0, int.class))
                .isEqualTo(3);
    }

    @Test
    void delivered_again_in_the_same_moment_or_later_a_text_is_stored_once() {
        var known = says(known(), "one");
        intake.take(here, List.of(known));
        var twice = says(Phones.fresh(), "two");
        var stranger = new Posted(
                sender,
                new Arrival(twice.arrival().providerId(), Phones.fresh(), "three", List.of(), Optional.empty()));

        var stored = intake.take(here, List.of(known, twice, says(known(), "four"), twice, stranger, known));

        assertThat(stored).containsExactly(false, true, true, false, false, false);
        assertThat(count("direction = 'IN' and phone like ?", "+%")).isEqualTo(3);
    }

    @Test
    void who_shares_a_number_is_heard_as_one_household_and_strangers_each_as_themselves() {
        var home = Phones.fresh();
        supporters.upsert(
                ora,
                List.of(SupporterDraft.of("Maya", "Okafor", home), SupporterDraft.of("Sam", "Okafor", home)),
                Optional.empty());
        var strangers = List.of(Phones.fresh(), Phones.fresh());

        intake.take(
                here,
                List.of(
                        says(home, "hi"),
                        says(strangers.get(0), "JOIN"),
                        says(home, "it's us"),
                        says(strangers.get(1), "JOIN"),
                        says(strangers.get(0), "hello?")));

        assertThat(db.fetchSingle("select count(*) from conversations where organization_id = ?", here.value())
                        .get(0, int.class))
                .isEqualTo(3);
        assertThat(db.fetchSingle("select count(*) from supporters where organization_id = ?", here.value())
                        .get(0, int.class))
                .isEqualTo(4);
        assertThat(db.fetchSingle(
                                "select count(*) from actions where organization_id = ? and type = 'REPLIED'",
                                here.value())
                        .get(0, int.class))
                .isEqualTo(3);
    }

    @Test
    void fifty_at_once_of_ten_people_are_each_stored_once_and_in_order() throws Exception {
        // Half of them have a conversation and share crossings; the others go alone.
        var people = IntStream.range(0, 10)
                .mapToObj(i -> i % 2 == 0 ? texted() : Phones.fresh())
                .toList();
        List<Callable<Boolean>> callers = IntStream.range(0, 50)
                .<Callable<Boolean>>mapToObj(caller -> () -> {
                    var phone = people.get(caller % 10);
                    boolean all = true;
                    for (int nth = 0; nth < 4; nth++) {
                        var arrival = says(phone, caller + "." + nth).arrival();
                        all &= inbox.arrived(here, sender, arrival) & !inbox.arrived(here, sender, arrival);
                    }
                    return all;
                })
                .toList();

        assertThat(AtOnce.all(callers)).containsOnly(true);

        Map<String, List<String>> said = people.stream()
                .flatMap(phone -> bodies(phone).stream())
                .collect(Collectors.groupingBy(body -> body.substring(0, body.indexOf('.'))));
        assertThat(said).hasSize(50);
        assertThat(said.values()).allSatisfy(mine -> assertThat(mine).isSorted().hasSize(4));
        assertThat(db.fetchSingle("select count(*) from conversations where organization_id = ?", here.value())
                        .get(0, int.class))
                .isEqualTo(10);
    }

    @Test
    void a_text_that_cannot_be_stored_fails_alone() throws Exception {
        var fine = List.of(says(texted(), "a"), says(Phones.fresh(), "b"), says(texted(), "STOP"));
        // No provider's id has such a letter, and the column refuses it.
        var broken = new Posted(sender, new Arrival("SMé" + Id.next(), texted(), "c", List.of(), Optional.empty()));
        var all = new ArrayList<>(fine);
        all.add(1, broken);

        var answers = inTheSameMoment(all);

        assertThatThrownBy(answers.get(1)::get).isInstanceOf(ExecutionException.class);
        for (int i : List.of(0, 2, 3)) {
            assertThat(answers.get(i).get(60, SECONDS)).isTrue();
        }
        assertThat(count("direction = 'IN' and phone like ?", "+%")).isEqualTo(4);
        assertThat(stands(fine.get(2).arrival().from())).contains(ConsentKind.OPTED_OUT);
    }

    @Test
    void nobody_is_answered_before_the_transaction_that_holds_their_text_has_ended() throws Exception {
        var nia = known();
        intake.take(here, List.of(says(nia, "hello")));
        var locked = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        var holder = crowd.submit(() -> transaction.execute(status -> {
            db.fetch("select * from conversations where organization_id = ? for update", here.value());
            locked.countDown();
            return awaited(done);
        }));
        assertThat(locked.await(60, SECONDS)).isTrue();

        var answer = crowd.submit(
                () -> inbox.arrived(here, sender, says(nia, "still there?").arrival()));
        await().atMost(60, SECONDS).until(this::somebodyIsAtTheConversations);

        assertThat(answer.isDone()).isFalse();
        assertThat(bodies(nia)).containsExactly("hello");
        done.countDown();
        assertThat(answer.get(60, SECONDS)).isTrue();
        assertThat(bodies(nia)).containsExactly("hello", "still there?");
        holder.get();
    }

    @Test
    void a_stranger_waits_for_an_import_and_whoever_has_a_conversation_does_not() throws Exception {
        var nia = texted();
        intake.take(here, List.of(says(nia, "hello")));
        var locked = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        var imports = crowd.submit(() -> transaction.execute(status -> {
            db.execute(
                    "insert into upsert_turns (organization_id, turns) values (?, 1) on duplicate key update turns = turns + 1",
                    here.value());
            locked.countDown();
            return awaited(done);
        }));
        assertThat(locked.await(60, SECONDS)).isTrue();
        var stranger = crowd.submit(() ->
                inbox.arrived(here, sender, says(Phones.fresh(), "who is this?").arrival()));

        assertThat(inbox.arrived(here, sender, says(nia, "STOP").arrival())).isTrue();

        assertThat(stranger.isDone()).isFalse();
        assertThat(stands(nia)).contains(ConsentKind.OPTED_OUT);
        done.countDown();
        assertThat(stranger.get(60, SECONDS)).isTrue();
        imports.get();
    }

    @Test
    void a_long_text_is_not_cut_through_a_sign() {
        var nia = known();

        intake.take(here, List.of(says(nia, "a".repeat(1599) + "😀 and more")));

        assertThat(bodies(nia)).containsExactly("a".repeat(1599));
    }

    @Test
    void another_organizations_texts_go_their_own_way_meanwhile() throws Exception {
        var next = organizations.found("Others", "US", ZoneId.of("America/New_York"), true);
        var theirs = senders.usual(next).orElseThrow();
        var phone = known();
        intake.take(here, List.of(says(phone, "hello")));
        var locked = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        crowd.submit(() -> transaction.execute(status -> {
            db.fetch("select * from conversations where organization_id = ? for update", here.value());
            locked.countDown();
            return awaited(done);
        }));
        assertThat(locked.await(60, SECONDS)).isTrue();
        var held = crowd.submit(
                () -> inbox.arrived(here, sender, says(phone, "I wait").arrival()));

        assertThat(inbox.arrived(next, theirs, says(phone, "STOP").arrival())).isTrue();

        assertThat(held.isDone()).isFalse();
        assertThat(stands(phone)).contains(ConsentKind.OPTED_IN);
        assertThat(consents.of(next, phone).map(consent -> consent.consent())).contains(ConsentKind.OPTED_OUT);
        done.countDown();
        assertThat(held.get(60, SECONDS)).isTrue();
    }

    @Test
    void reports_about_many_texts_move_each_of_them_up_in_their_order() throws Exception {
        var sent = new ArrayList<Text>();
        for (int i = 0; i < 4; i++) {
            sent.add(texts.queue(ora, Texting.first().to(known()).draft()));
        }
        outbox.drain();
        var stranger = new DeliveryReport(
                Optional.empty(), 0, "SMnobody" + Id.next(), DeliveryReport.Progress.DELIVERED, Optional.empty());

        var moved = reporting.take(
                here,
                List.of(
                        report(sent.get(0), DeliveryReport.Progress.DELIVERED, ""),
                        stranger,
                        report(sent.get(1), DeliveryReport.Progress.UNDELIVERED, "30007"),
                        report(sent.get(0), DeliveryReport.Progress.SENT, ""),
                        report(sent.get(2), DeliveryReport.Progress.SENT, ""),
                        report(sent.get(2), DeliveryReport.Progress.DELIVERED, ""),
                        report(sent.get(3), DeliveryReport.Progress.UNDELIVERED, "21610"),
                        byTheirId(sent.get(2))));

        assertThat(moved).containsExactly(true, false, true, false, false, true, true, false);
        assertThat(sent.stream()
                        .map(text ->
                                texts.find(here, text.messageId()).orElseThrow().state()))
                .containsExactly(
                        MessageState.DELIVERED,
                        MessageState.UNDELIVERED,
                        MessageState.DELIVERED,
                        MessageState.UNDELIVERED);
        assertThat(stands(sent.get(3).phone())).contains(ConsentKind.OPTED_OUT);
        assertThat(stands(sent.get(1).phone())).contains(ConsentKind.OPTED_IN);
    }

    @Test
    void reports_that_come_before_our_own_commit_give_each_text_its_providers_id() throws Exception {
        var sent = List.of(
                texts.queue(ora, Texting.first().to(known()).draft()),
                texts.queue(ora, Texting.first().to(known()).draft()));
        var early = new ArrayList<DeliveryReport>();
        sent.forEach(text -> airwaves.when(text.phone(), handover -> {
            var taken = (org.rung.senders.Outcome.Accepted) airwaves.take(handover);
            early.add(new DeliveryReport(
                    Optional.of(text.messageId()),
                    handover.attempt(),
                    taken.providerId(),
                    DeliveryReport.Progress.DELIVERED,
                    Optional.empty()));
            if (early.size() == 2) {
                assertThat(reporting.take(here, List.copyOf(early))).containsExactly(true, true);
            }
            return taken;
        }));
        outbox.drain();

        assertThat(sent)
                .allSatisfy(text -> assertThat(
                                texts.find(here, text.messageId()).orElseThrow().state())
                        .isEqualTo(MessageState.DELIVERED));
        assertThat(early)
                .allSatisfy(report -> assertThat(
                                providerId(report.messageId().orElseThrow().value()))
                        .isEqualTo(report.providerId()));
    }

    /** All of them while another text of this organization is being stored: so they share the next transaction. */
    private List<Future<Boolean>> inTheSameMoment(List<Posted> all) throws Exception {
        var first = texted();
        intake.take(here, List.of(says(first, "hello")));
        db.execute("delete from messages where organization_id = ? and direction = 'IN'", here.value());
        var locked = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        crowd.submit(() -> transaction.execute(status -> {
            db.fetch("select * from conversations where organization_id = ? for update", here.value());
            locked.countDown();
            return awaited(done);
        }));
        assertThat(locked.await(60, SECONDS)).isTrue();
        crowd.submit(() -> inbox.arrived(here, sender, says(first, "I am first").arrival()));
        await().atMost(60, SECONDS).until(this::somebodyIsAtTheConversations);
        var answers = new ArrayList<Future<Boolean>>();
        for (var one : all) {
            answers.add(crowd.submit(() -> inbox.arrived(here, sender, one.arrival())));
            await().atMost(60, SECONDS).until(() -> inbox.waiting(here) == answers.size());
        }
        done.countDown();
        return answers;
    }

    private boolean somebodyIsAtTheConversations() {
        return db.fetch("select info from information_schema.processlist where info like '%conversations%for update'")
                .isNotEmpty();
    }

    private static boolean awaited(CountDownLatch done) {
        try {
            return done.await(40, SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Someone whom we have texted: what they write belongs to that conversation. */
    private PhoneNumber texted() {
        var phone = known();
        texts.queue(ora, Texting.first().to(phone).draft());
        return phone;
    }

    private PhoneNumber known() {
        var phone = Phones.fresh();
        consents.optInAll(
                ora, List.of(phone), ConsentSource.IMPORT, "Signed", Optional.empty(), java.time.Instant.EPOCH);
        return phone;
    }

    private Posted says(PhoneNumber phone, String body) {
        return new Posted(sender, new Arrival("SM" + Id.next(), phone, body, List.of(), Optional.empty()));
    }

    private DeliveryReport report(Text text, DeliveryReport.Progress progress, String code) {
        return new DeliveryReport(
                Optional.of(text.messageId()),
                1,
                providerId(text.messageId().value()),
                progress,
                Optional.of(code).filter(any -> !any.isEmpty()));
    }

    private DeliveryReport byTheirId(Text text) {
        return new DeliveryReport(
                Optional.empty(),
                0,
                providerId(text.messageId().value()),
                DeliveryReport.Progress.DELIVERED,
                Optional.empty());
    }

    private String providerId(long message) {
        return db.fetchSingle("select provider_id from messages where message_id = ?", message)
                .get(0, String.class);
    }

    private Optional<ConsentKind> stands(PhoneNumber phone) {
        return consents.of(here, phone).map(consent -> consent.consent());
    }

    private int count(String where, String value) {
        return db.fetchSingle(
                        "select count(*) from messages where organization_id = ? and " + where, here.value(), value)
                .get(0, int.class);
    }

    private List<String> bodies(PhoneNumber phone) {
        return db.fetch(
                        "select body from messages where organization_id = ? and phone = ? and direction = 'IN' order by message_id",
                        here.value(),
                        phone.text())
                .getValues(0, String.class);
    }

    private String waiting(PhoneNumber phone) {
        return db.fetchSingle(
                        "select state from conversations where organization_id = ? and phone = ?",
                        here.value(),
                        phone.text())
                .get(0, String.class);
    }
}
