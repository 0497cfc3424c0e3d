package org.rung.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rung.db.Tables.COMMITMENTS;
import static org.rung.db.Tables.GIVE_LINKS;
import static org.rung.db.Tables.PAYMENT_ACCOUNTS;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.accounts.OrganizationFounded;
import org.rung.asks.AskRow;
import org.rung.asks.Library;
import org.rung.cast.AtOnce;
import org.rung.cast.Neighbor;
import org.rung.cast.NewOrganization;
import org.rung.cast.Paying;
import org.rung.commitments.AskFamily;
import org.rung.commitments.AskId;
import org.rung.commitments.CommitmentId;
import org.rung.commitments.CommitmentState;
import org.rung.commitments.Commitments;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.consent.ConsentKind;
import org.rung.consent.ConsentSource;
import org.rung.events.EventStory;
import org.rung.people.SupporterDraft;
import org.rung.people.SupporterId;
import org.springframework.beans.factory.annotation.Autowired;

class RemindersTest extends EventStory {
    @Autowired
    Reminders reminders;

    @Autowired
    ReminderWriter writer;

    @Autowired
    Commitments commitments;

    @Autowired
    Library library;

    private Actor.Member ada;

    @BeforeEach
    void theAdmin() {
        ada = here.member(Role.ADMIN);
    }

    private void look() {
        for (ReminderKind kind : ReminderKind.values()) while (reminders.write(kind, 50)) {}
    }

    private Neighbor nia() {
        return Neighbor.of(house, here.organizationId());
    }

    private CommitmentId promises(SupporterId who, Optional<Instant> due, Optional<AskId> ask) {
        return commitments.promise(system, who, AskFamily.CONTACT, "Call the council", due, ask, Optional.empty());
    }

    private CommitmentId promises(SupporterId who) {
        return promises(who, Optional.of(evening(3)), Optional.empty());
    }

    @Test
    void whoever_promises_hears_once_that_it_is_noted_the_day_before_on_the_day_and_when_it_is_done() {
        Neighbor nia = nia();
        Instant due = evening(3);
        CommitmentId promise = promises(person("Nia", nia.phone()), Optional.of(due), Optional.empty());
        look();
        assertThat(nia.received()).as("it can still be taken back").isEmpty();

        clock.tick(Duration.ofMinutes(11));
        look();
        look();
        assertThat(nia.received()).singleElement().asString().contains("Nia", "Call the council", "6:00 PM", "STOP");
        clock.set(due.minus(Duration.ofHours(25)));
        look();
        look();
        assertThat(nia.received()).hasSize(2).last().asString().contains("a reminder");
        clock.set(due.minus(Duration.ofHours(2)));
        look();
        look();
        assertThat(nia.received()).hasSize(3).last().asString().contains("Today is the day");
        clock.set(due.plus(Duration.ofMinutes(30)));
        commitments.settle(system, promise, CommitmentState.KEPT);
        look();
        look();
        assertThat(nia.received()).hasSize(4).last().asString().contains("You did it");
    }

    @Test
    void what_was_promised_is_called_as_the_ask_is_in_their_language() {
        Neighbor sol = nia();
        Neighbor nia = nia();
        AskRow come = library.all(ada).stream()
                .filter(row -> row.ask().family() == AskFamily.COME)
                .findFirst()
                .orElseThrow();
        SupporterId her = person("Sol", sol.phone());
        db.execute("update supporters set language = 'es' where supporter_id = ?", her.value());
        for (SupporterId who : List.of(her, person("Nia", nia.phone()))) {
            commitments.promise(
                    system,
                    who,
                    AskFamily.COME,
                    come.ask().title(),
                    Optional.of(evening(3)),
                    Optional.of(come.ask().askId()),
                    Optional.empty());
        }
        db.execute(
                "update ask_variants set title = 'Ven al mitin' where ask_id = ? and language = 'es'",
                come.ask().askId().value());
        clock.tick(Duration.ofMinutes(11));
        look();
        nia.received();
        clock.tick(Duration.ofMinutes(1));
        assertThat(sol.received()).singleElement().asString().contains("Ven al mitin");
        assertThat(nia.received())
                .singleElement()
                .asString()
                .contains(come.ask().title());
    }

    @Test
    void words_with_a_link_to_give_are_kept_only_where_there_is_a_page_and_carry_each_ones_own() {
        assertThatThrownBy(() -> reminders.say(
                        ada, ReminderKind.CONFIRM, Locale.ENGLISH, Optional.of("Thanks {firstName}: {giveLink}")))
                .isInstanceOf(Problem.Invalid.class);
        Paying.opened(db, here.organizationId());
        reminders.say(ada, ReminderKind.CONFIRM, Locale.ENGLISH, Optional.of("Thanks {firstName}: {giveLink}"));
        assertThat(reminders.preview(ada, Locale.ENGLISH, "{giveLink}")).endsWith("/g/AsLongAsYourOwnLinkIs0");
        Neighbor nia = nia();
        Neighbor bo = nia();
        promises(person("Nia", nia.phone()));
        promises(person("Bo", bo.phone()));
        clock.tick(Duration.ofMinutes(11));
        look();
        nia.received();
        clock.tick(Duration.ofMinutes(1));
        assertThat(nia.received()).singleElement().asString().matches("Thanks Nia: \\S+/g/[\\w-]{22}");
        assertThat(bo.received()).singleElement().asString().matches("Thanks Bo: \\S+/g/[\\w-]{22}");
        assertThat(db.fetchCount(GIVE_LINKS, GIVE_LINKS.ORGANIZATION_ID.eq(here.organizationId())))
                .isEqualTo(2);
    }

    @Test
    void nodes_that_look_at_once_write_one_text() throws Exception {
        Neighbor nia = nia();
        Neighbor bo = nia();
        promises(person("Nia", nia.phone()));
        promises(person("Bo", bo.phone()));
        clock.tick(Duration.ofMinutes(11));
        Callable<Boolean> look = () -> reminders.write(ReminderKind.CONFIRM, 50);
        AtOnce.all(List.of(look, look, look, look));
        look();
        // A number has its pace: two texts of one moment leave one after the other.
        nia.received();
        clock.tick(Duration.ofMinutes(1));
        assertThat(nia.received()).hasSize(1);
        assertThat(bo.received()).hasSize(1);
    }

    @Test
    void a_node_that_dies_before_it_is_through_leaves_neither_text_nor_mark_and_the_next_look_writes_it() {
        Neighbor nia = nia();
        CommitmentId promise = promises(person("Nia", nia.phone()));
        clock.tick(Duration.ofMinutes(11));
        transaction.executeWithoutResult(status -> {
            assertThat(writer.write(here.organizationId(), ReminderKind.CONFIRM, List.of(promise)))
                    .isEqualTo(1);
            status.setRollbackOnly();
        });
        assertThat(nia.received()).isEmpty();
        look();
        look();
        assertThat(nia.received()).hasSize(1);
    }

    @Test
    void an_amount_that_payments_reminds_of_is_only_noted_here() {
        Neighbor nia = nia();
        Neighbor bo = nia();
        pledges(nia);
        CommitmentId other = pledges(bo);
        db.insertInto(PAYMENT_ACCOUNTS)
                .set(PAYMENT_ACCOUNTS.ORGANIZATION_ID, here.organizationId())
                .set(PAYMENT_ACCOUNTS.WORD, "w" + other.text())
                .set(PAYMENT_ACCOUNTS.HOOK_CODE, "h" + other.text())
                .set(PAYMENT_ACCOUNTS.SIGNING_SEALED, "sealed")
                .set(PAYMENT_ACCOUNTS.OPENED, true)
                .set(PAYMENT_ACCOUNTS.CURRENCY, "USD")
                .set(PAYMENT_ACCOUNTS.AMOUNTS, "1000")
                .execute();
        clock.tick(Duration.ofMinutes(11));
        look();
        clock.tick(Duration.ofMinutes(1));
        assertThat(nia.received()).hasSize(1);
        clock.set(evening(3).minus(Duration.ofHours(25)));
        look();
        assertThat(nia.received()).hasSize(1);

        db.update(PAYMENT_ACCOUNTS)
                .set(PAYMENT_ACCOUNTS.OPENED, false)
                .where(PAYMENT_ACCOUNTS.ORGANIZATION_ID.eq(here.organizationId()))
                .execute();
        look();
        // A number has its pace: two texts of one moment leave one after the other.
        nia.received();
        clock.tick(Duration.ofMinutes(1));
        assertThat(nia.received()).hasSize(2);
    }

    private CommitmentId pledges(Neighbor who) {
        CommitmentId pledge = commitments.promise(
                system,
                person("Nia", who.phone()),
                AskFamily.GIVE,
                "Give $10",
                Optional.of(evening(3)),
                Optional.empty(),
                Optional.empty());
        db.update(COMMITMENTS)
                .set(COMMITMENTS.AMOUNT_MINOR, 1000L)
                .set(COMMITMENTS.CURRENCY, "USD")
                .where(COMMITMENTS.COMMITMENT_ID.eq(pledge))
                .execute();
        return pledge;
    }

    @Test
    void two_promises_of_one_number_are_told_one_after_the_other() {
        Neighbor nia = nia();
        SupporterId who = person("Nia", nia.phone());
        promises(who);
        promises(who);
        clock.tick(Duration.ofMinutes(11));
        look();
        nia.received();
        clock.tick(Duration.ofMinutes(1));
        assertThat(nia.received()).hasSize(2);
    }

    @Test
    void whoever_has_done_it_or_is_released_is_not_reminded() {
        Neighbor nia = nia();
        Neighbor bo = nia();
        Instant due = evening(3);
        CommitmentId done = promises(person("Nia", nia.phone()), Optional.of(due), Optional.empty());
        CommitmentId released = promises(person("Bo", bo.phone()), Optional.of(due), Optional.empty());
        clock.set(due.minus(Duration.ofHours(25)));
        look();
        // What is written and has not left yet is called back.
        commitments.settle(system, done, CommitmentState.KEPT);
        commitments.release(system, List.of(released));
        assertThat(nia.received()).isEmpty();
        assertThat(bo.received()).isEmpty();
        look();
        assertThat(nia.received()).singleElement().asString().contains("You did it");
        assertThat(bo.received()).isEmpty();
    }

    @Test
    void another_day_of_the_promise_is_told_anew_and_the_old_one_is_not() {
        Neighbor nia = nia();
        Instant due = evening(3);
        CommitmentId promise = promises(person("Nia", nia.phone()), Optional.of(due), Optional.empty());
        clock.set(due.minus(Duration.ofHours(25)));
        look();
        commitments.due(system, List.of(promise), due.plus(Duration.ofDays(2)));
        assertThat(nia.received()).as("the old day").isEmpty();
        look();
        assertThat(nia.received()).isEmpty();
        clock.tick(Duration.ofDays(2));
        look();
        look();
        assertThat(nia.received()).singleElement().asString().contains("a reminder");
    }

    @Test
    void nothing_leaves_at_night_nor_to_whoever_stopped_or_never_agreed() {
        Neighbor nia = nia();
        Neighbor bo = nia();
        Neighbor cal = nia();
        clock.set(evening(1).plus(Duration.ofHours(5)));
        promises(person("Nia", nia.phone()));
        promises(person("Bo", bo.phone()));
        promises(supporters.known(here.organizationId(), SupporterDraft.of("Cal", "Okafor", cal.phone())));
        consents.record(system, bo.phone(), ConsentKind.OPTED_OUT, ConsentSource.REPLY, "STOP", clock.instant());
        clock.tick(Duration.ofMinutes(11));
        look();
        assertThat(nia.received()).as("at eleven at night").isEmpty();
        clock.tick(Duration.ofHours(12));
        assertThat(nia.received()).as("in the morning").hasSize(1);
        assertThat(bo.received()).isEmpty();
        assertThat(cal.received()).isEmpty();
    }

    @Test
    void what_waits_for_the_morning_is_called_back_by_a_stop() {
        Neighbor nia = nia();
        clock.set(evening(1).plus(Duration.ofHours(5)));
        promises(person("Nia", nia.phone()));
        clock.tick(Duration.ofMinutes(11));
        look();
        consents.record(system, nia.phone(), ConsentKind.OPTED_OUT, ConsentSource.REPLY, "STOP", clock.instant());
        clock.tick(Duration.ofHours(12));
        assertThat(nia.received()).isEmpty();
    }

    @Test
    void a_promise_that_came_to_nothing_is_spoken_of_kindly_and_in_their_language() {
        Neighbor nia = nia();
        SupporterId who = person("Nia", nia.phone());
        supporters.speaks(system, who, "es");
        CommitmentId promise = promises(who);
        commitments.settle(system, promise, CommitmentState.BROKEN);
        look();
        assertThat(nia.received()).singleElement().asString().contains("No pasa nada", "Call the council");
    }

    @Test
    void each_ask_is_switched_on_its_own_and_so_are_promises_without_one() {
        AskId ask = library.all(ada).getFirst().ask().askId();
        Neighbor nia = nia();
        Neighbor bo = nia();
        SupporterId who = person("Nia", nia.phone());
        reminders.turn(ada, Optional.of(ask), false);
        promises(who, Optional.empty(), Optional.of(ask));
        promises(person("Bo", bo.phone()), Optional.empty(), Optional.empty());
        clock.tick(Duration.ofMinutes(11));
        look();
        assertThat(nia.received()).isEmpty();
        assertThat(bo.received()).hasSize(1);
        assertThat(reminders.off(ada)).containsExactly(ask);

        reminders.turn(ada, Optional.empty(), false);
        reminders.turn(ada, Optional.of(ask), true);
        Neighbor cal = nia();
        promises(person("Cal", cal.phone()), Optional.empty(), Optional.empty());
        clock.tick(Duration.ofMinutes(11));
        look();
        assertThat(cal.received()).isEmpty();
        assertThat(nia.received()).hasSize(1);
        assertThat(reminders.unasked(ada)).isFalse();
    }

    @Test
    void an_organization_says_it_in_its_own_words_and_empty_ones_are_not_sent() {
        Neighbor nia = nia();
        reminders.say(ada, ReminderKind.CONFIRM, Locale.ENGLISH, Optional.of("Noted, {firstName}: {what} {when|soon}"));
        assertThat(reminders.preview(ada, Locale.ENGLISH, "Noted, {firstName}: {what} {when|soon}"))
                .contains("Noted, Nia: Call the city council", "6:00 PM");
        promises(person("Nia", nia.phone()), Optional.empty(), Optional.empty());
        clock.tick(Duration.ofMinutes(11));
        look();
        assertThat(nia.received()).containsExactly("Noted, Nia: Call the council soon");

        reminders.say(ada, ReminderKind.CONFIRM, Locale.ENGLISH, Optional.of(" "));
        Neighbor bo = nia();
        promises(person("Bo", bo.phone()));
        clock.tick(Duration.ofMinutes(11));
        look();
        assertThat(bo.received()).isEmpty();
        assertThat(reminders.words(ada, Locale.of("es")).get(ReminderKind.CONFIRM))
                .contains("prometiste");
        reminders.say(ada, ReminderKind.CONFIRM, Locale.ENGLISH, Optional.empty());
        assertThat(reminders.words(ada, Locale.ENGLISH).get(ReminderKind.CONFIRM))
                .contains("what you promised");
    }

    @Test
    void words_with_a_field_there_is_none_of_are_refused_and_so_is_whoever_may_not() {
        assertThatThrownBy(() -> reminders.say(ada, ReminderKind.THANKS, Locale.ENGLISH, Optional.of("Hi {surname}")))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> reminders.say(ora, ReminderKind.THANKS, Locale.ENGLISH, Optional.of("Hi")))
                .isInstanceOf(Problem.Refused.class);
        AskId ours = library.all(ada).getFirst().ask().askId();
        Actor.Member spy = NewOrganization.with(db).member(Role.ADMIN);
        transaction.executeWithoutResult(status -> announce.publishEvent(new OrganizationFounded(spy.organization())));
        assertThatThrownBy(() -> reminders.turn(spy, Optional.of(ours), false)).isInstanceOf(Problem.Missing.class);
    }

    @Test
    void whoever_comes_to_an_event_hears_of_it_from_the_event_alone() {
        Neighbor nia = nia();
        comes(person("Nia", nia.phone()), meeting());
        clock.tick(Duration.ofMinutes(11));
        look();
        clock.set(evening(3).minus(Duration.ofHours(25)));
        look();
        assertThat(nia.received()).isEmpty();
    }

    @Test
    void what_is_due_is_found_by_an_index_and_not_by_reading_every_promise() {
        promises(person("Nia"));
        for (String where : List.of(
                "state in ('PROMISED', 'CONFIRMED') and promised_at between '2026-01-01' and '2026-01-02'",
                "state in ('PROMISED', 'CONFIRMED') and due_at between '2026-01-01' and '2026-01-02'",
                "state = 'KEPT' and settled_at between '2026-01-01' and '2026-01-02'")) {
            var plan = db.fetch("explain format=traditional select commitment_id from commitments where " + where);
            assertThat(plan.getFirst().get("key", String.class))
                    .as(where)
                    .isIn("commitments_fresh", "commitments_open", "commitments_over");
        }
    }
}
