package org.rung.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.cast.Airwaves;
import org.rung.cast.AtOnce;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.common.Role;
import org.rung.media.Attachments;
import org.rung.senders.Breakers;
import org.rung.senders.CarrierClass;
import org.rung.senders.Paces;
import org.rung.senders.Pacing;
import org.rung.senders.Registration;
import org.rung.senders.SenderDraft;
import org.rung.senders.SenderId;
import org.rung.senders.SenderKind;
import org.rung.senders.Senders;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;

/** Senders are drained at their own rate by all nodes together, and none waits for another. */
@RungTest
class PacingTest {
    @Autowired
    AutowireCapableBeanFactory house;

    @Autowired
    DSLContext db;

    @Autowired
    Senders senders;

    @Autowired
    Attachments attachments;

    @Autowired
    Texts texts;

    @Autowired
    Outbox outbox;

    @Autowired
    Airwaves airwaves;

    @Autowired
    TestClock clock;

    @Autowired
    OutboxStore store;

    @Autowired
    ParkedStore parked;

    @Autowired
    Adoption adoption;

    @Autowired
    Breakers breakers;

    @Autowired
    ApplicationEventPublisher announcements;

    @Autowired
    PlatformTransactionManager transactions;

    OrganizationId here;
    Actor.Member ora;

    @BeforeEach
    void an_organization_without_numbers() {
        clock.set(TestClock.TUESDAY_NOON);
        var organization = NewOrganization.with(db);
        here = organization.organizationId();
        ora = organization.member(Role.ADMIN);
    }

    /** What was claimed and never called here would be looked up by other tests. */
    @AfterEach
    void nothing_waits() {
        db.execute(
                "update messages set state = 'CANCELLED', due_at = null where organization_id = ? and direction = 'OUT'",
                here.value());
    }

    @Test
    void two_nodes_share_a_bucket_and_never_send_more_than_the_rate() throws Exception {
        SenderId number = number("+15105550101", 300);
        List<Text> waiting = queued(100);
        OutboxClaims one = node();
        OutboxClaims other = node();
        int sent = 0;
        for (int tenth = 0; tenth <= 100; tenth++) {
            Instant now = clock.instant();
            List<Callable<Integer>> both = List.of(
                    () -> ours(one.claim("one", now, 200), number), () -> ours(other.claim("other", now, 200), number));
            sent += AtOnce.all(both).stream().mapToInt(Integer::intValue).sum();
            assertThat(sent).as("after %d tenths of a second", tenth).isLessThanOrEqualTo(5 + tenth / 2);
            clock.tick(Duration.ofMillis(100));
        }
        assertThat(sent).isGreaterThanOrEqualTo(45);
        assertThat(waiting).hasSize(100);
    }

    @Test
    void a_restart_keeps_the_bucket() {
        SenderId number = number("+15105550102", 60);
        queued(5);
        assertThat(ours(node().claim("before", clock.instant(), 200), number)).isEqualTo(1);

        assertThat(ours(node().claim("after", clock.instant(), 200), number)).isZero();
        clock.tick(Duration.ofSeconds(1));
        assertThat(ours(node().claim("after", clock.instant(), 200), number)).isEqualTo(1);
    }

    @Test
    void a_slow_sender_does_not_block_a_fast_one() throws Exception {
        number("+15105550103", 60);
        queued(300);
        var next = NewOrganization.with(db);
        senders.addSimulated(next.organizationId());
        Actor fast = next.member(Role.ORGANIZER);
        List<Texting> hello = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            hello.add(Texting.first());
            texts.queue(fast, hello.getLast().draft());
        }

        outbox.drain();

        assertThat(hello)
                .allSatisfy(text -> assertThat(airwaves.callsTo(text.phone())).hasSize(1));
        assertThat(left()).isEqualTo(299);
    }

    @Test
    void answers_to_stop_and_help_leave_first_then_replies_then_first_texts() throws Exception {
        number("+15105550104", 60);
        Texting first = Texting.first();
        Texting reply = Texting.first().as(Purpose.REPLY);
        Texting help = Texting.first().as(Purpose.HELP);
        for (Texting text : List.of(first, reply, help)) {
            texts.queue(ora, text.draft());
            clock.tick(Duration.ofMillis(1));
        }

        for (Texting expected : List.of(help, reply, first)) {
            clock.tick(Duration.ofSeconds(1));
            outbox.drain();
            assertThat(airwaves.callsTo(expected.phone())).hasSize(1);
        }
    }

    @Test
    void a_text_longer_than_the_bucket_leaves_on_credit() throws Exception {
        SenderId number = number("+15105550105", 60);
        texts.queue(ora, Texting.first().saying("a".repeat(459)).draft());
        texts.queue(ora, Texting.first().draft());

        assertThat(ours(node().claim("node", clock.instant(), 200), number)).isEqualTo(1);
        clock.tick(Duration.ofSeconds(2));
        assertThat(ours(node().claim("node", clock.instant(), 200), number)).isZero();
        clock.tick(Duration.ofSeconds(1));
        assertThat(ours(node().claim("node", clock.instant(), 200), number)).isEqualTo(1);
    }

    @Test
    void what_was_taken_and_not_used_is_given_back() {
        SenderId number = number("+15105550106", 600);
        texts.queue(ora, Texting.first().draft());
        assertThat(ours(node().claim("node", clock.instant(), 200), number)).isEqualTo(1);
        queued(20);

        assertThat(ours(node().claim("node", clock.instant(), 200), number)).isEqualTo(9);
    }

    @Test
    void numbers_of_one_registration_share_its_cap() {
        SenderId one = number("+15105550107", 60);
        SenderId other = number("+15105550108", 60);
        var registration = Optional.of(new Registration("Neighbors", "CNEIGH1", CarrierClass.T));
        for (SenderId each : List.of(one, other)) {
            senders.pace(ora, each, new Pacing(SenderKind.LONG_CODE, Optional.empty(), 1, "US", "510", registration));
        }
        queued(40);

        int sent = 0;
        OutboxClaims node = node();
        for (int second = 0; second < 20; second++) {
            Claimed claimed = node.claim("node", clock.instant(), 200);
            sent += ours(claimed, one) + ours(claimed, other);
            clock.tick(Duration.ofSeconds(1));
        }
        assertThat(sent).isBetween(20, 26);
    }

    @Test
    void a_rate_that_an_admin_changes_holds_at_once() {
        SenderId number = number("+15105550109", 60);
        queued(50);
        OutboxClaims node = node();
        assertThat(ours(node.claim("node", clock.instant(), 200), number)).isEqualTo(1);

        clock.tick(Duration.ofSeconds(3));
        rate(number, 1_200);
        clock.tick(Duration.ofSeconds(3));
        assertThat(ours(node.claim("node", clock.instant(), 200), number)).isEqualTo(1);
        clock.tick(Duration.ofSeconds(3));
        assertThat(ours(node.claim("node", clock.instant(), 200), number)).isEqualTo(20);
    }

    @Test
    void a_person_keeps_one_number_for_life_and_gets_another_only_when_it_is_retired() throws Exception {
        SenderId first = number("+15105550111", 60);
        Texting hello = Texting.first();
        texts.queue(ora, hello.draft());
        SenderId second = number("+14155550112", 60);

        assertThat(texts.queue(ora, Texting.first().to(hello.phone()).draft()).sender())
                .contains(first);
        senders.retire(ora, first);
        assertThat(texts.queue(ora, Texting.first().to(hello.phone()).draft()).sender())
                .contains(second);
        assertThat(texts.queue(
                                ora,
                                Texting.first()
                                        .to(hello.phone())
                                        .as(Purpose.REPLY)
                                        .draft())
                        .sender())
                .contains(second);
        assertThat(db.fetchSingle(
                                "select count(*) from audit_log where organization_id = ? and verb = 'thread.sender-changed'",
                                here.value())
                        .get(0, Integer.class))
                .isEqualTo(1);
        for (int i = 0; i < 10; i++) {
            clock.tick(Duration.ofSeconds(5));
            outbox.drain();
        }
        assertThat(airwaves.callsTo(hello.phone()))
                .hasSize(4)
                .allMatch(call -> call.from().address().equals("+14155550112"));
    }

    @Test
    void a_new_person_gets_a_number_near_their_area_code() {
        SenderId oakland = number("+15105550113", 60);
        SenderId newYork = number("+12125550114", 60);
        SenderId boston = number("+16175550115", 60);

        assertThat(to("+15105557001")).contains(oakland);
        assertThat(to("+12125557002")).contains(newYork);
        // Another area code of the same state.
        assertThat(to("+14135557003")).contains(boston);
        assertThat(to("+19175557004")).contains(newYork);
    }

    @Test
    void a_number_with_two_hundred_people_is_full() {
        SenderId full = number("+15105550116", 60);
        SenderId roomy = number("+16175550117", 60);
        people(full, 199);
        senders.pace(ora, full, pacing(60, "510"));

        assertThat(to("+15105557005")).contains(full);
        assertThat(to("+15105557006")).contains(roomy);
        people(roomy, 300);
        senders.pace(ora, roomy, pacing(60, "617"));
        // None has room: the least filled one, for nobody is left without a number.
        assertThat(to("+16175557007")).contains(full);
    }

    @Test
    void a_claim_reads_as_few_rows_of_a_long_queue_as_of_a_short_one() {
        SenderId number = number("+15105550118", 60_000);
        queued(5);
        long few = read(() -> node().claim("node", clock.instant(), 5));
        queued(3);
        long start = Id.next();
        db.execute(
                "insert into threads (thread_id, organization_id, phone, sender_id, created_at)"
                        + " select ? + a.n * 1000 + b.n, ?, concat('+1999', a.n * 1000 + b.n + 1000000), ?, '2026-10-01 12:00:00'"
                        + " from (with recursive x as (select 1 n union all select n + 1 from x where n < 40) select n from x) a"
                        + " join (with recursive y as (select 1 n union all select n + 1 from y where n < 500) select n from y) b",
                start,
                here.value(),
                number.value());
        db.execute(
                "insert into messages (message_id, organization_id, thread_id, sender_id, phone, direction, purpose, state,"
                        + " body, due_at, happened_at, created_at)"
                        + " select thread_id, organization_id, thread_id, sender_id, phone, 'OUT', 'FIRST_TEXT', 'QUEUED', 'Hi',"
                        + " '2026-10-13 16:00:00', '2026-10-13 16:00:00', '2026-10-13 16:00:00' from threads"
                        + " where organization_id = ? and thread_id > ?",
                here.value(),
                start);
        assertThat(left()).isGreaterThanOrEqualTo(20_000);

        long many = read(() -> node().claim("node", clock.instant(), 5));

        // Five are locked with their threads whatever stands behind them.
        assertThat(many).isLessThan(few + 200);
    }

    private long read(Runnable work) {
        long before = handlerReads();
        work.run();
        return handlerReads() - before;
    }

    /** Of the whole server: tests have it to themselves. */
    private long handlerReads() {
        return db
                .fetch("show global status where variable_name in ('Handler_read_next', 'Handler_read_rnd_next')")
                .stream()
                .mapToLong(row -> Long.parseLong(row.get(1, String.class)))
                .sum();
    }

    private OutboxClaims node() {
        Paces paces = house.createBean(Paces.class);
        return new OutboxClaims(
                store,
                parked,
                new Lanes(store, paces, breakers),
                adoption,
                senders,
                attachments,
                announcements,
                transactions);
    }

    private static int ours(Claimed claimed, SenderId sender) {
        return (int) claimed.handovers().stream()
                .filter(ready -> ready.sender().equals(sender))
                .count();
    }

    private List<Text> queued(int texts) {
        List<Text> waiting = new ArrayList<>();
        for (int i = 0; i < texts; i++) {
            waiting.add(this.texts.queue(ora, Texting.first().draft()));
        }
        return waiting;
    }

    private int left() {
        return db.fetchSingle(
                        "select count(*) from messages where organization_id = ? and state = 'QUEUED'", here.value())
                .get(0, Integer.class);
    }

    private Optional<SenderId> to(String phone) {
        return texts.queue(ora, Texting.first().to(new PhoneNumber(phone)).draft())
                .sender();
    }

    private void people(SenderId sender, int people) {
        for (int i = 0; i < people; i++) {
            db.execute(
                    "insert into threads (thread_id, organization_id, phone, sender_id, created_at) values (?, ?, ?, ?, ?)",
                    Id.next(),
                    here.value(),
                    Phones.fresh().text(),
                    sender.value(),
                    "2026-10-01 12:00:00");
        }
    }

    private SenderId number(String address, int aMinute) {
        String sid = "AC%032x".formatted(here.value());
        SenderId senderId =
                senders.add(ora, new SenderDraft(sid, "0123456789abcdef0123456789abcdef", address, "", false));
        senders.pace(ora, senderId, pacing(aMinute, address.substring(2, 5)));
        return senderId;
    }

    private void rate(SenderId sender, int aMinute) {
        senders.pace(ora, sender, pacing(aMinute, "510"));
    }

    private static Pacing pacing(int aMinute, String area) {
        return new Pacing(SenderKind.LONG_CODE, Optional.of(aMinute), 1, "US", area, Optional.empty());
    }
}
