package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rung.actions.ActionType;
import org.rung.actions.Actions;
import org.rung.actions.Evidence;
import org.rung.asks.AskNow;
import org.rung.asks.AskOutcome;
import org.rung.asks.Listening;
import org.rung.asks.NextAsk;
import org.rung.cast.AtOnce;
import org.rung.cast.Neighbor;
import org.rung.cast.Screens;
import org.rung.commitments.AskFamily;
import org.rung.commitments.Commitment;
import org.rung.commitments.CommitmentState;
import org.rung.commitments.Commitments;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.messaging.Text;
import org.rung.people.SupporterId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** An ask from being used at the desk to its answer, its silence or its thanks. */
class AskingTest extends TextingStory {
    @Autowired
    ApplicationContext house;

    @Autowired
    ConversationAsks conversationAsks;

    @Autowired
    Commitments commitments;

    @Autowired
    Actions actions;

    @Test
    void an_ask_is_put_when_the_text_that_carries_it_is_sent_and_once() {
        ConversationId talk = ready();
        String words = conversationAsks.use(tess, talk, come(talk).askId());
        assertThat(words).isEqualTo("Could you join us at the next one? I would love to see you there.");
        assertThat(outcomes(talk)).as("used, not sent").isEmpty();
        assertThat(desk.open(tess, talk).askInDraft()).isTrue();

        String request = request();
        correspondence.reply(tess, talk, words, request);
        correspondence.reply(tess, talk, words, request);

        assertThat(outcomes(talk)).containsExactly("OPEN");
        assertThat(now(tess, talk)).isInstanceOfSatisfying(AskNow.Waiting.class, waiting -> {
            assertThat(waiting.ask().family()).isEqualTo(AskFamily.COME);
            assertThat(waiting.ask().reason().of()).isEqualTo("SIGNED");
            assertThat(waiting.ask().askedAt()).isEqualTo(clock.instant());
        });
        assertThat(asker(talk)).isEqualTo(tess.memberId().value());
        correspondence.reply(tess, talk, "See you!", request());
        assertThat(outcomes(talk)).as("other texts carry nothing").containsExactly("OPEN");
    }

    @Test
    void somebody_who_speaks_spanish_is_asked_in_it() {
        ConversationId talk = ready();
        db.execute(
                "update supporters set language = 'es' where supporter_id = ?",
                supporter(talk).value());
        NextAsk come = come(talk);
        assertThat(come.theirs().title()).isEqualTo("Venir a un evento");
        String words = conversationAsks.use(tess, talk, come.askId());
        assertThat(words).isEqualTo(come.words()).contains("próximo");
        db.execute("delete from ask_variants where ask_id = ?", come.askId().value());
        assertThat(come(talk).words()).as("nobody has put it into Spanish").startsWith("Could you join us");
    }

    @Test
    void what_is_used_and_not_sent_or_left_out_or_wiped_away_asks_nobody() {
        ConversationId talk = ready();
        conversationAsks.use(tess, talk, come(talk).askId());
        conversationAsks.leaveOut(tess, talk);
        correspondence.reply(tess, talk, "How are you?", request());
        conversationAsks.use(tess, talk, come(talk).askId());
        correspondence.saveDraft(tess, talk, "");
        correspondence.reply(tess, talk, "Have a good day", request());
        conversationAsks.use(tess, talk, come(talk).askId());

        days(8);

        assertThat(outcomes(talk)).isEmpty();
        assertThat(now(tess, talk)).isInstanceOf(AskNow.Propose.class);
    }

    @Test
    void a_text_that_is_taken_back_takes_its_ask_back_and_its_words_still_carry_it() {
        ConversationId talk = ready();
        Text sent = asked(talk);
        assertThat(outcomes(talk)).containsExactly("OPEN");

        assertThat(correspondence.undo(tess, talk, sent.messageId())).isTrue();

        assertThat(outcomes(talk)).isEmpty();
        assertThat(desk.open(tess, talk).askInDraft()).isTrue();
        correspondence.reply(tess, talk, sent.body(), request());
        assertThat(outcomes(talk)).containsExactly("OPEN");
    }

    @Test
    void a_yes_at_the_desk_is_a_promise_and_credits_the_texter() {
        ConversationId talk = ready();
        asked(talk);
        neighbor(talk).texts("Sure, I'd love to");

        conversationAsks.answered(tess, talk, true);

        assertThat(outcomes(talk)).containsExactly("ACCEPTED");
        assertThat(promise(talk).family()).isEqualTo(AskFamily.COME);
        assertThat(promise(talk).state()).isEqualTo(CommitmentState.PROMISED);
        assertThat(db.fetchValue(
                        "select member_id from commitments where supporter_id = ?",
                        supporter(talk).value()))
                .isEqualTo(tess.memberId().value());
        assertThatThrownBy(() -> conversationAsks.answered(tess, talk, true)).isInstanceOf(Problem.Conflict.class);
        days(40);
        assertThat(outcomes(talk)).as("no silence comes after a yes").containsExactly("ACCEPTED");
    }

    @Test
    void a_no_at_the_desk_is_thanked_for_and_gives_a_rest_of_thirty_days() {
        ConversationId talk = ready();
        asked(talk);
        neighbor(talk).texts("Not really, sorry");
        clock.tick(Duration.ofMinutes(1));

        conversationAsks.answered(tess, talk, false);

        assertThat(now(tess, talk)).isInstanceOfSatisfying(AskNow.Thank.class, thank -> {
            assertThat(thank.after()).isEqualTo(AskOutcome.DECLINED);
            assertThat(thank.words()).startsWith("Thank you for telling me so openly!");
            assertThat(thank.restsUntil()).isEqualTo(clock.instant().plus(Duration.ofDays(30)));
        });
        clock.tick(Duration.ofMinutes(1));
        correspondence.reply(tess, talk, "Thank you for telling me!", request());
        assertThat(now(tess, talk)).as("thanked, and left alone").isNull();
        days(29);
        neighbor(talk).texts("Hello again");
        assertThat(now(tess, talk)).isNull();
        days(2);
        neighbor(talk).texts("Hello");
        assertThat(now(tess, talk)).isInstanceOf(AskNow.Propose.class);
    }

    @Test
    void an_answer_of_the_script_that_promises_settles_the_ask_with_one_promise() {
        ConversationId talk = ready();
        asked(talk);
        neighbor(talk).texts("Yes!");

        outcomes.answer(tess, talk, "come", "yes");

        assertThat(outcomes(talk)).containsExactly("ACCEPTED");
        assertThat(promises(talk)).hasSize(1);
        outcomes.answer(tess, talk, "come", "maybe");
        assertThat(outcomes(talk)).as("it waits again").containsExactly("OPEN");
        assertThat(promise(talk).state()).isEqualTo(CommitmentState.RELEASED);
        outcomes.answer(tess, talk, "come", "no");
        assertThat(outcomes(talk)).containsExactly("DECLINED");
        assertThat(resting(talk)).isTrue();
        outcomes.answer(tess, talk, "come", "yes");
        assertThat(outcomes(talk)).containsExactly("ACCEPTED");
        assertThat(resting(talk)).as("the rest was a mistake too").isFalse();
    }

    @Test
    void doing_it_answers_the_ask() {
        ConversationId talk = ready();
        asked(talk);
        actions.record(
                here.system(),
                Evidence.verified(
                        supporter(talk), ActionType.ATTENDED, clock.instant().minus(Duration.ofDays(2))));
        assertThat(outcomes(talk)).as("that was before").containsExactly("OPEN");
        clock.tick(Duration.ofDays(1));
        actions.record(here.system(), Evidence.verified(supporter(talk), ActionType.ATTENDED, clock.instant()));
        assertThat(outcomes(talk)).containsExactly("ACCEPTED");
        assertThat(promises(talk)).isEmpty();
    }

    @Test
    void silence_is_when_nothing_comes_back_for_a_week_and_whoever_writes_waits_for_a_yes_or_a_no() {
        ConversationId quiet = ready();
        ConversationId talks = ready();
        asked(quiet);
        asked(talks);
        clock.tick(Duration.ofDays(1));
        neighbor(talks).texts("Let me look at my calendar");
        days(7);

        assertThat(outcomes(quiet)).containsExactly("SILENT");
        assertThat(outcomes(talks)).containsExactly("OPEN");
        assertThat(now(tess, talks)).isInstanceOf(AskNow.Waiting.class);
        days(23);
        assertThat(outcomes(talks)).as("a month on it keeps no other ask away").containsExactly("LAPSED");
        assertThat(resting(talks)).isFalse();
    }

    @Test
    void two_silences_are_thanked_for_and_followed_by_a_rest() {
        ConversationId talk = ready();
        asked(talk);
        days(8);
        assertThat(resting(talk)).isFalse();
        days(8);
        actions.record(here.system(), Evidence.said(supporter(talk), ActionType.SHARED, clock.instant()));
        asked(talk);
        days(8);

        assertThat(outcomes(talk)).containsExactly("SILENT", "SILENT");
        assertThat(resting(talk)).isTrue();
        assertThat(now(tess, talk))
                .isInstanceOfSatisfying(
                        AskNow.Thank.class,
                        thank -> assertThat(thank.words()).startsWith("Thank you for all you have done with us."));
    }

    @Test
    void a_text_that_never_left_is_no_silence() {
        ConversationId talk = ready();
        Text sent = asked(talk);
        db.execute(
                "update messages set state = 'FAILED' where message_id = ?",
                sent.messageId().value());
        days(8);
        assertThat(outcomes(talk)).isEmpty();
    }

    @Test
    void an_ask_is_put_off_with_a_reason_and_another_takes_its_place_later() {
        ConversationId talk = ready();
        var ask = come(talk);
        assertThatThrownBy(() -> conversationAsks.putOff(tess, talk, ask.askId(), " "))
                .isInstanceOf(Problem.Invalid.class);
        conversationAsks.putOff(tess, talk, ask.askId(), "Her mother is ill");
        assertThat(outcomes(talk)).containsExactly("OVERRIDDEN");
        assertThat(db.fetchValue(
                        "select reason from askings where supporter_id = ?",
                        supporter(talk).value()))
                .isEqualTo("Her mother is ill");
        assertThat(now(tess, talk)).isNull();
        days(15);
        assertThat(now(tess, talk)).isInstanceOf(AskNow.Propose.class);
    }

    @Test
    void texters_ask_in_conversations_they_hold_and_one_thing_at_a_time() throws Exception {
        ConversationId talk = ready();
        var ask = come(talk).askId();
        assertThatThrownBy(() -> conversationAsks.use(tom, talk, ask)).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> conversationAsks.putOff(tom, talk, ask, "no")).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> conversationAsks.answered(tom, talk, true)).isInstanceOf(Problem.Missing.class);
        conversationAsks.use(tess, talk, ask);
        conversationAsks.use(ora, talk, ask);
        AtOnce.all(
                () -> correspondence.reply(tess, talk, "Come!", request()),
                () -> correspondence.reply(ora, talk, "Please come!", request()));
        assertThat(outcomes(talk)).containsExactly("OPEN");
        assertThatThrownBy(() -> conversationAsks.use(tess, talk, ask)).isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void the_desk_shows_the_ask_its_reason_and_then_asks_for_the_answer() {
        ConversationId talk = ready();
        new Screens(house, db).as(tess, window -> {
            String path = "conversation/" + talk.text();
            assertThat(Screens.on(window, path))
                    .contains("Ready for the next ask: Come to an event", "Signed on Oct 13");
            Screens.press(window, "Use");
            assertThat(Screens.words(window)).contains("Your text asks: Come to an event");
            correspondence.reply(tess, talk, "Could you come?", request());
            assertThat(Screens.on(window, "replies")).isNotEmpty();
            assertThat(Screens.on(window, path))
                    .contains("Asked on Oct 13, 2026: Come to an event", "Signed on Oct 13");
            clock.tick(Duration.ofMinutes(1));
            Screens.press(window, "They said no");
            assertThat(Screens.words(window)).contains("They said no. Thank them.", "until Nov 12");
        });
        new Screens(house, db)
                .as(
                        ora,
                        window -> assertThat(Screens.on(
                                        window, "supporters/" + supporter(talk).text()))
                                .contains("Resting", "They said no on Oct 13, 2026."));
    }

    /** Someone on the second rung, in a conversation of tess. */
    private ConversationId ready() {
        ConversationId talk = texted();
        actions.record(here.system(), Evidence.said(supporter(talk), ActionType.SIGNED, clock.instant()));
        return talk;
    }

    private Text asked(ConversationId talk) {
        String words = conversationAsks.use(tess, talk, come(talk).askId());
        return correspondence.reply(tess, talk, words, request());
    }

    private NextAsk come(ConversationId talk) {
        return ((AskNow.Propose) Optional.ofNullable(now(tess, talk)).orElseThrow()).ask();
    }

    private @Nullable AskNow now(Actor.Member who, ConversationId talk) {
        return desk.open(who, talk).ask().orElse(null);
    }

    private SupporterId supporter(ConversationId talk) {
        return now(talk).supporter();
    }

    private Neighbor neighbor(ConversationId talk) {
        clock.tick(Duration.ofSeconds(1));
        return new Neighbor(house, here.organizationId(), now(talk).phone());
    }

    /** As the job does after so many days. */
    private void days(int days) {
        clock.tick(Duration.ofDays(days));
        Listening.to(house);
    }

    private List<String> outcomes(ConversationId talk) {
        return db.fetch(
                        "select outcome from askings where supporter_id = ? order by happened_at",
                        supporter(talk).value())
                .map(row -> row.get(0, String.class));
    }

    private long asker(ConversationId talk) {
        return db.fetchSingle(
                        "select member_id from askings where supporter_id = ?",
                        supporter(talk).value())
                .get(0, long.class);
    }

    private List<Commitment> promises(ConversationId talk) {
        return commitments.of(here.system(), supporter(talk), 10);
    }

    private Commitment promise(ConversationId talk) {
        return promises(talk).getFirst();
    }

    private boolean resting(ConversationId talk) {
        return db.fetchSingle(
                        "select coalesce(max(resting_until_at > ?), 0) from standings where supporter_id = ?",
                        LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                        supporter(talk).value())
                .get(0, boolean.class);
    }
}
