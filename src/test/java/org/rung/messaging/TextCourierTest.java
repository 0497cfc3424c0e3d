package org.rung.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.accounts.AccountId;
import org.rung.accounts.CodePurpose;
import org.rung.accounts.Organizations;
import org.rung.accounts.Parcel;
import org.rung.cast.Airwaves;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.consent.ConsentKind;
import org.rung.consent.ConsentSource;
import org.rung.consent.Consents;
import org.rung.senders.Outcome;
import org.rung.senders.SenderId;
import org.rung.senders.Senders;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Codes to sign in with, as texts. */
@RungTest
class TextCourierTest {
    private static final String CODE = "042137";

    @Autowired
    TextCourier courier;

    @Autowired
    Organizations organizations;

    @Autowired
    Senders senders;

    @Autowired
    Consents consents;

    @Autowired
    Texts texts;

    @Autowired
    Outbox outbox;

    @Autowired
    Airwaves airwaves;

    @Autowired
    TestClock clock;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    DSLContext db;

    OrganizationId here;
    PhoneNumber phone = Phones.fresh();

    @BeforeEach
    void open() {
        clock.set(TestClock.TUESDAY_NOON);
        here = organizations.found("Neighbors", "US", ZoneId.of("America/New_York"), false);
        phone = Phones.fresh();
    }

    @Test
    void a_code_leaves_as_a_text_that_phones_know_for_one() throws Exception {
        withNumber();
        take();
        outbox.drain();

        assertThat(airwaves.callsTo(phone))
                .singleElement()
                .satisfies(call -> assertThat(call.body())
                        .startsWith("042137 is your code to sign in to Rung for Neighbors.")
                        .endsWith("\n\n@localhost #042137"));
    }

    /** Else an organizer could ask for an admin's code and read it in the thread. */
    @Test
    void nobody_reads_a_code_in_rung_before_it_left_or_after() throws Exception {
        withNumber();
        take();
        var thread = texts.threadWith(here, phone);

        assertThat(texts.thread(here, thread, Optional.empty(), 10)).isEmpty();
        assertThat(texts.exchanged(here, phone, Optional.empty(), 10)).isEmpty();
        var message = message();
        assertThat(texts.find(here, message).orElseThrow().body()).isEmpty();
        outbox.drain();

        assertThat(texts.thread(here, thread, Optional.empty(), 10)).isEmpty();
        assertThat(body()).as("kept no longer than needed").isEmpty();
        assertThat(db.fetchValue("select state from messages where message_id = ?", message.value()))
                .hasToString("SENT");
    }

    @Test
    void a_number_that_opted_out_gets_none() throws Exception {
        withNumber();
        consents.record(
                new Actor.System(here), phone, ConsentKind.OPTED_OUT, ConsentSource.MEMBER, "said so", clock.instant());

        assertThatThrownBy(this::take).isInstanceOf(Problem.Refused.class);
        outbox.drain();

        assertThat(airwaves.callsTo(phone)).isEmpty();
    }

    @Test
    void at_night_none_leaves_and_none_waits_for_the_morning() throws Exception {
        withNumber();
        clock.tick(Duration.ofHours(12));

        take();

        assertThat(count()).isZero();
    }

    @Test
    void one_that_could_not_leave_in_time_never_does() throws Exception {
        withNumber();
        airwaves.when(phone, call -> new Outcome.NotNow(clock.instant().plusSeconds(30), "20429"));
        take();
        outbox.drain();
        assertThat(airwaves.callsTo(phone)).hasSize(1);
        airwaves.asUsual(phone);

        clock.tick(Duration.ofMinutes(10));
        outbox.drain();

        assertThat(airwaves.callsTo(phone)).hasSize(1);
        assertThat(db.fetchValue(
                        "select error_code from messages where message_id = ?",
                        message().value()))
                .hasToString("EXPIRED");
        assertThat(body()).isEmpty();
    }

    @Test
    void where_no_number_runs_none_is_offered() {
        assertThat(courier.open(here)).isFalse();

        var sender = withNumber();
        assertThat(courier.open(here)).isTrue();

        senders.pause(new NewOrganization(here, db).member(Role.ADMIN), sender, "resting");
        assertThat(courier.open(here)).isFalse();
    }

    private SenderId withNumber() {
        return new TransactionTemplate(transactions).execute(during -> senders.addSimulated(here));
    }

    private void take() {
        new TransactionTemplate(transactions)
                .executeWithoutResult(during -> courier.take(new Parcel(
                        new AccountId(Id.next()),
                        here,
                        "Neighbors",
                        CodePurpose.SIGN_IN,
                        phone.text(),
                        Locale.ENGLISH,
                        CODE,
                        Optional.of("https://rung.example/sign-in/link/word"),
                        clock.instant().plus(Duration.ofMinutes(10)))));
    }

    private MessageId message() {
        return new MessageId(db.fetchSingle("select message_id from messages where organization_id = ?", here.value())
                .get(0, Long.class));
    }

    private String body() {
        return db.fetchSingle("select body from messages where organization_id = ?", here.value())
                .get(0, String.class);
    }

    private int count() {
        return db.fetch("select 1 from messages where organization_id = ?", here.value())
                .size();
    }
}
