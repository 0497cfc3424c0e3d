package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.rung.cast.AtOnce;
import org.rung.cast.Neighbor;
import org.rung.cast.NewOrganization;
import org.rung.cast.Screens;
import org.rung.commitments.AskFamily;
import org.rung.commitments.Cause;
import org.rung.commitments.Commitment;
import org.rung.commitments.CommitmentState;
import org.rung.commitments.Commitments;
import org.rung.commitments.SettledBy;
import org.rung.commitments.Turn;
import org.rung.common.Actor;
import org.rung.common.MessageId;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.impact.Deed;
import org.rung.impact.Impacts;
import org.rung.promises.PromiseDraft;
import org.rung.promises.Promises;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What someone promises in a conversation, and what they say there became of it. It is Tuesday, ten in the morning. */
class PromisesInTalkTest extends TextingStory {
    private static final LocalDate TUESDAY = LocalDate.of(2026, 10, 13);
    private static final LocalDate SATURDAY = TUESDAY.plusDays(4);

    @Autowired
    Promises promises;

    @Autowired
    Commitments commitments;

    @Autowired
    Impacts impacts;

    @Autowired
    ApplicationContext house;

    @Test
    void a_promise_keeps_where_it_was_made_its_day_its_note_and_who_heard_it() {
        ConversationId talk = heard("I'll come on Saturday and bring a cake");

        Commitment made = promises.writeDown(
                tess,
                talk,
                new PromiseDraft(AskFamily.COME, " Come to the rent meeting ", Optional.of(SATURDAY), "brings a cake"),
                request());

        assertThat(made.state()).isEqualTo(CommitmentState.PROMISED);
        assertThat(made.title()).isEqualTo("Come to the rent meeting");
        assertThat(made.dueAt()).contains(Instant.parse("2026-10-17T19:00:00Z"));
        assertThat(made.note()).isEqualTo("brings a cake");
        assertThat(made.cause()).map(Cause::topic).contains(talk.value());
        assertThat(credited(made)).isEqualTo(tess.memberId().value());
        assertThat(yeses(tess)).isEqualTo(1);
    }

    @Test
    void it_names_the_text_that_says_so_and_no_other_text() {
        ConversationId talk = heard("I'll come");
        MessageId theirs = latest(talk);
        MessageId ours = correspondence.reply(tess, talk, "Great!", request()).messageId();
        MessageId foreign = latest(heard("Me too"));

        assertThat(write(tess, talk, AskFamily.COME).cause().flatMap(Cause::message))
                .contains(theirs);
        assertThat(promises.writeDown(tess, talk, naming(theirs), request())
                        .cause()
                        .flatMap(Cause::message))
                .contains(theirs);
        for (MessageId wrong : List.of(ours, foreign, new MessageId(1))) {
            assertThatThrownBy(() -> promises.writeDown(tess, talk, naming(wrong), request()))
                    .isInstanceOf(Problem.Invalid.class);
        }
    }

    @Test
    void one_press_is_one_promise_however_often_it_arrives() throws Exception {
        ConversationId talk = heard("I'll host");
        String request = request();

        AtOnce.all(Collections.nCopies(
                4, (Callable<Commitment>) () -> promises.writeDown(tess, talk, draft(AskFamily.HOST), request)));

        assertThat(promises.of(tess, talk)).hasSize(1);
        write(tess, talk, AskFamily.HOST);
        assertThat(promises.of(tess, talk)).hasSize(2);
    }

    @Test
    void a_texter_writes_and_turns_promises_only_in_conversations_that_they_hold() {
        ConversationId talk = heard("I'll come");
        Commitment made = write(tess, talk, AskFamily.COME);
        ConversationId toms = heard("I'll come too");
        conversations.give(ora, toms, tom.memberId());
        var elsewhere = NewOrganization.with(db).member(Role.ADMIN);

        for (Actor.Member stranger : List.of(tom, elsewhere)) {
            assertThatThrownBy(() -> write(stranger, talk, AskFamily.GIVE)).isInstanceOf(Problem.Missing.class);
            assertThatThrownBy(() -> turn(stranger, talk, made, CommitmentState.KEPT))
                    .isInstanceOf(Problem.Missing.class);
            assertThatThrownBy(() -> promises.of(stranger, talk)).isInstanceOf(Problem.Missing.class);
        }
        assertThatThrownBy(() -> turn(tom, toms, made, CommitmentState.KEPT))
                .as("somebody else's promise")
                .isInstanceOf(Problem.Missing.class);
        assertThat(now(talk, made).state()).isEqualTo(CommitmentState.PROMISED);
    }

    @Test
    void who_says_that_they_came_has_kept_this_promise_by_their_own_word_and_no_other() {
        ConversationId talk = heard("I'll come twice");
        Commitment first = promises.writeDown(
                tess, talk, new PromiseDraft(AskFamily.COME, "First", Optional.of(TUESDAY), ""), request());
        Commitment second = promises.writeDown(
                tess, talk, new PromiseDraft(AskFamily.COME, "Second", Optional.of(SATURDAY), ""), request());

        turn(tess, talk, second, CommitmentState.KEPT);

        assertThat(now(talk, first).state()).isEqualTo(CommitmentState.PROMISED);
        assertThat(now(talk, second).state()).isEqualTo(CommitmentState.KEPT);
        assertThat(now(talk, second).settledBy()).contains(SettledBy.WORD);
        assertThat(deeds(talk))
                .containsExactly("ATTENDED SELF " + tess.memberId().value());
        assertThat(impacts.mine(tess).sum(Deed.CAME)).isEqualTo(1);
    }

    @Test
    void that_they_kept_it_is_taken_back_with_its_deed_and_may_be_said_again() {
        ConversationId talk = heard("I came");
        Commitment made = write(tess, talk, AskFamily.COME);
        turn(tess, talk, made, CommitmentState.CONFIRMED);
        turn(tess, talk, now(talk, made), CommitmentState.KEPT);

        turn(tess, talk, now(talk, made), CommitmentState.CONFIRMED);

        assertThat(now(talk, made).state()).isEqualTo(CommitmentState.CONFIRMED);
        assertThat(deeds(talk)).isEmpty();
        turn(tess, talk, now(talk, made), CommitmentState.KEPT);
        assertThat(deeds(talk)).hasSize(1);
    }

    @Test
    void what_they_gave_takes_more_than_a_word_to_record_and_still_keeps_the_promise() {
        ConversationId talk = heard("I gave ten dollars");
        Commitment made = write(tess, talk, AskFamily.GIVE);

        turn(tess, talk, made, CommitmentState.KEPT);

        assertThat(now(talk, made).state()).isEqualTo(CommitmentState.KEPT);
        assertThat(deeds(talk)).isEmpty();
        turn(tess, talk, now(talk, made), CommitmentState.PROMISED);
        assertThat(now(talk, made).state()).isEqualTo(CommitmentState.PROMISED);
        assertThat(now(talk, made).settledAt()).isEmpty();
    }

    @Test
    void who_cannot_make_it_is_let_off_with_a_reason_and_that_can_be_taken_back() {
        ConversationId talk = heard("Sorry, I have to work");
        Commitment made = write(tess, talk, AskFamily.COME);
        assertThatThrownBy(() -> turn(tess, talk, made, CommitmentState.RELEASED, " "))
                .isInstanceOf(Problem.Invalid.class);

        turn(tess, talk, made, CommitmentState.RELEASED, "has to work");

        assertThat(now(talk, made).reason()).isEqualTo("has to work");
        assertThat(yeses(tess)).isZero();
        turn(tess, talk, now(talk, made), CommitmentState.PROMISED);
        assertThat(now(talk, made).state()).isEqualTo(CommitmentState.PROMISED);
        assertThat(now(talk, made).reason()).isEmpty();
    }

    @Test
    void of_two_windows_the_second_is_told_and_a_key_that_was_used_turns_nothing() {
        ConversationId talk = heard("I'll come");
        Commitment seen = write(tess, talk, AskFamily.COME);
        Turn kept = new Turn(CommitmentState.PROMISED, CommitmentState.KEPT, "", "one-press");

        promises.turn(tess, talk, seen.commitmentId(), kept);
        promises.turn(tess, talk, seen.commitmentId(), kept);

        assertThat(deeds(talk)).hasSize(1);
        assertThatThrownBy(() -> turn(tess, talk, seen, CommitmentState.RELEASED, "cannot"))
                .isInstanceOf(Problem.Conflict.class);
        assertThat(now(talk, seen).state()).isEqualTo(CommitmentState.KEPT);
    }

    @Test
    void many_windows_at_once_keep_it_once() throws Exception {
        ConversationId talk = heard("I came");
        Commitment seen = write(tess, talk, AskFamily.COME);
        write(tess, talk, AskFamily.COME);

        AtOnce.all(Collections.nCopies(6, (Callable<Boolean>) () -> {
            try {
                turn(tess, talk, seen, CommitmentState.KEPT);
                return true;
            } catch (Problem.Conflict late) {
                return false;
            }
        }));

        assertThat(deeds(talk)).hasSize(1);
    }

    @Test
    void days_that_are_over_and_words_that_are_too_long_are_refused() {
        ConversationId talk = heard("I'll come");
        for (LocalDate wrong : List.of(TUESDAY.minusDays(1), TUESDAY.plusDays(367))) {
            assertThatThrownBy(() -> promises.writeDown(
                            tess, talk, new PromiseDraft(AskFamily.COME, "", Optional.of(wrong), ""), request()))
                    .isInstanceOf(Problem.Invalid.class);
        }
        assertThatThrownBy(() -> promises.writeDown(
                        tess, talk, new PromiseDraft(AskFamily.COME, "x".repeat(161), Optional.empty(), ""), request()))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> promises.writeDown(
                        tess, talk, new PromiseDraft(AskFamily.COME, "", Optional.empty(), "x".repeat(301)), request()))
                .isInstanceOf(Problem.Invalid.class);
        assertThat(promises.of(tess, talk)).isEmpty();
    }

    @Test
    void what_the_script_heard_stands_where_it_was_said_too() {
        ConversationId talk = heard("Yes");
        outcomes.answer(tess, talk, "come", "yes");

        assertThat(promises.of(tess, talk))
                .singleElement()
                .satisfies(one -> assertThat(one.cause()).map(Cause::topic).contains(talk.value()));
    }

    @Test
    void a_texter_writes_it_down_keeps_it_and_takes_that_back_on_the_screen_and_an_organizer_reads_it() {
        ConversationId talk = heard("I'll come on Saturday");
        var screens = new Screens(house, db);
        String path = "conversation/" + talk.text();

        screens.as(tess, window -> {
            Screens.on(window, path);
            Screens.press(window, "Promise…");
            Screens.write(window, "In words (if you like)", "Come to the rent meeting");
            Screens.press(window, "This weekend Sat, Oct 17");
            Screens.press(window, "Write it down");
            assertThat(Screens.words(window))
                    .contains("Promised: Come to the rent meeting · Sat, Oct 17", "for Sat, Oct 17");
            Screens.press(window, "Kept it: Come to the rent meeting");
            assertThat(Screens.words(window)).contains("Says they kept it: Come to the rent meeting");
            Screens.press(window, "Undo: Come to the rent meeting");
            assertThat(Screens.words(window))
                    .doesNotContain("Says they kept it")
                    .contains("Kept it");
        });
        screens.as(
                ora,
                window -> assertThat(Screens.on(
                                window, "supporters/" + now(talk).supporter().text()))
                        .contains("Promised: Come to the rent meeting · Sat, Oct 17"));
    }

    private ConversationId heard(String words) {
        ConversationId conversation = texted();
        clock.tick(Duration.ofSeconds(1));
        new Neighbor(house, here.organizationId(), now(conversation).phone()).texts(words);
        clock.tick(Duration.ofSeconds(1));
        return conversation;
    }

    private static PromiseDraft draft(AskFamily family) {
        return new PromiseDraft(family, "", Optional.empty(), "");
    }

    private static PromiseDraft naming(MessageId message) {
        return new PromiseDraft(AskFamily.COME, "", Optional.empty(), "", Optional.empty(), Optional.of(message));
    }

    private Commitment write(Actor.Member actor, ConversationId talk, AskFamily family) {
        return promises.writeDown(actor, talk, draft(family), request());
    }

    private void turn(Actor.Member actor, ConversationId talk, Commitment seen, CommitmentState to) {
        turn(actor, talk, seen, to, "");
    }

    private void turn(Actor.Member actor, ConversationId talk, Commitment seen, CommitmentState to, String why) {
        promises.turn(actor, talk, seen.commitmentId(), new Turn(seen.state(), to, why, request()));
    }

    private Commitment now(ConversationId talk, Commitment made) {
        return promises.of(here.system(), talk).stream()
                .filter(one -> one.commitmentId().equals(made.commitmentId()))
                .findFirst()
                .orElseThrow();
    }

    private Object credited(Commitment made) {
        return db.fetchValue(
                "select member_id from commitments where commitment_id = ?",
                made.commitmentId().value());
    }

    private int yeses(Actor.Member texter) {
        return impacts.mine(texter).sum(Deed.YES);
    }

    /** What they are known to have done besides replying. */
    private List<String> deeds(ConversationId talk) {
        return db.fetch(
                        "select concat(type, ' ', verification, ' ', member_id) from actions where supporter_id = ?"
                                + " and voided_at is null and type <> 'REPLIED'",
                        now(talk).supporter().value())
                .map(row -> row.get(0, String.class));
    }

    private MessageId latest(ConversationId talk) {
        return new MessageId(db.fetchSingle(
                        "select max(message_id) from messages where phone = ? and direction = 'IN'",
                        now(talk).phone().text())
                .get(0, Long.class));
    }
}
