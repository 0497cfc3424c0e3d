package org.rung.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.cast.NewOrganization;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.messaging.MessageState;
import org.rung.messaging.Purpose;
import org.rung.scripts.AnswerChoice;
import org.rung.scripts.MergeFilled;
import org.rung.scripts.Question;
import org.rung.scripts.ScriptTree;
import org.springframework.beans.factory.annotation.Autowired;

@RungTest
class PracticesTest {
    private static final Locale SPANISH = Locale.of("es");

    @Autowired
    Practices practices;

    @Autowired
    DSLContext db;

    @Autowired
    TestClock clock;

    NewOrganization here;
    Actor.Member tess;

    @BeforeEach
    void a_texter() {
        clock.set(TestClock.TUESDAY_NOON);
        here = NewOrganization.with(db);
        tess = here.member(Role.TEXTER);
        db.execute(
                "update accounts join members using (account_id) set name = 'Tess Blum' where member_id = ?",
                tess.memberId().value());
    }

    @Test
    void somebody_warm_says_yes_and_once_more_thank_you() {
        PracticeTalk alma = talk(Temper.WARM);
        assertThat(alma.moment()).isEqualTo(Moment.FIRST);
        int first = send(alma, "Will you come?");
        assertThat(alma.moment()).isEqualTo(Moment.LISTEN);
        assertThat(alma.hear(first, clock.instant())).isTrue();
        assertThat(alma.lines().getLast().words()).startsWith("Hi Tess!").contains("count me in");
        assertThat(alma.moment()).isEqualTo(Moment.ANSWER);

        assertThat(alma.choose("q1", "a1")).contains("bring one person");
        assertThat(alma.answers()).containsExactly(java.util.Map.entry("q1", "a1"));
        alma.hear(send(alma, "Wonderful!"), clock.instant());
        assertThat(alma.said()).isEqualTo(2);
        int more = send(alma, "See you!");
        assertThat(alma.moment()).isEqualTo(Moment.SAID_ALL);
        assertThat(alma.hear(more, clock.instant())).isFalse();
        alma.finish();
        assertThat(alma.moment()).isEqualTo(Moment.DONE);
    }

    @Test
    void somebody_who_hesitates_asks_first_then_thinks_and_is_left_in_peace() {
        PracticeTalk noor = talk(Temper.HESITANT);
        noor.hear(send(noor, "Will you come?"), clock.instant());
        assertThat(noor.lines().getLast().words()).contains("who is this?");
        noor.hear(send(noor, "I am Tess, from around the corner."), clock.instant());
        assertThat(noor.lines().getLast().words()).contains("Can I think about it?");
        noor.hear(send(noor, "Of course."), clock.instant());
        assertThat(noor.lines().getLast().words()).contains("Thanks for understanding");
        assertThat(noor.said()).isEqualTo(3);
    }

    @Test
    void after_a_stop_one_goodbye_is_said_and_nothing_more_can_be_sent() {
        PracticeTalk theo = talk(Temper.STOPS);
        int first = send(theo, "Will you come?");
        theo.hear(first, clock.instant());
        assertThat(theo.moment()).isEqualTo(Moment.OPTED_OUT);
        assertThat(theo.lines())
                .extracting(PracticeLine::purpose)
                .containsExactly(Purpose.REPLY, Purpose.INBOUND, Purpose.CONFIRMATION);
        assertThat(theo.lines().get(1).words()).isEqualTo("STOP");
        assertThat(theo.lines().getLast().words()).contains("unsubscribed");
        assertThatThrownBy(() -> theo.send("But why?", clock.instant())).isInstanceOf(Problem.Conflict.class);
        assertThat(theo.hear(first, clock.instant())).isFalse();
        assertThat(theo.lines()).hasSize(3);
    }

    @Test
    void a_text_that_was_taken_back_is_not_answered_and_one_that_left_cannot_be_taken_back() {
        PracticeTalk alma = talk(Temper.WARM);
        int wrong = alma.send("Wil you?", clock.instant());
        assertThat(alma.takeBack(wrong)).isTrue();
        alma.leave(wrong);
        assertThat(alma.hear(wrong, clock.instant())).isFalse();
        assertThat(alma.texted()).isFalse();
        assertThat(alma.lines().getFirst().state()).isEqualTo(MessageState.CANCELLED);

        int right = send(alma, "Will you come?");
        assertThat(alma.takeBack(right)).isFalse();
        // Of two texts in a row the later one is answered.
        int another = send(alma, "On Thursday");
        assertThat(alma.hear(right, clock.instant())).isFalse();
        assertThat(alma.hear(another, clock.instant())).isTrue();
    }

    @Test
    void whoever_waits_comes_first_then_who_is_going_to_answer_and_nobody_once_all_are_done_with() {
        Practice practice = practices.begin(tess, Optional.empty(), Locale.ENGLISH);
        PracticeTalk alma = practice.talks().getFirst();
        PracticeTalk noor = practice.talks().get(1);
        assertThat(practice.next()).isEmpty();
        int first = send(alma, "Hello");
        int second = send(noor, "Hello");
        assertThat(practice.next()).contains(alma);
        noor.hear(second, clock.instant());
        assertThat(practice.next()).contains(noor);
        alma.hear(first, clock.instant());
        assertThat(practice.next()).contains(alma);
        alma.finish();
        noor.finish();
        assertThat(practice.next()).isEmpty();
        assertThat(practice.happened()).isTrue();
    }

    @Test
    void the_script_of_the_campaign_is_what_one_practises_filled_in_for_invented_people() {
        ScriptTree theirs = new ScriptTree(
                "Hi {firstName}, {texter.firstName} of {organization.name} here. Vote?",
                Optional.of(new Question(
                        "vote",
                        "Will {firstName} vote?",
                        List.of(new AnswerChoice(
                                "yes", "Votes", "Thank you, {firstName}!", List.of(), Optional.empty())))));
        PracticeTalk alma =
                practices.begin(tess, Optional.of(theirs), SPANISH).talks().getFirst();
        assertThat(alma.firstText().stream().map(MergeFilled::text).collect(Collectors.joining()))
                .startsWith("Hi Alma, Tess of Neighbors ");
        assertThat(alma.questions().getFirst().words()).isEqualTo("Will Alma vote?");
        assertThat(alma.choose("vote", "yes")).isEqualTo("Thank you, Alma!");
        assertThatThrownBy(() -> alma.choose("vote", "maybe")).isInstanceOf(Problem.Invalid.class);
        // The organization speaks English, whatever the texter reads.
        alma.hear(send(alma, "Vote?"), clock.instant());
        assertThat(alma.lines().getLast().words()).contains("count me in");
    }

    @Test
    void without_a_campaign_practice_speaks_the_readers_language() {
        PracticeTalk alma = practices
                .begin(tess, Optional.of(new ScriptTree("Hi", Optional.empty())), SPANISH)
                .talks()
                .getFirst();
        assertThat(alma.firstText().stream().map(MergeFilled::text).collect(Collectors.joining()))
                .startsWith("Hola Alma, soy Tess, de Neighbors ");
        alma.hear(send(alma, "¿Vienes?"), clock.instant());
        assertThat(alma.lines().getLast().words()).contains("cuenta conmigo");
    }

    @Test
    void a_text_has_words_and_a_practice_ends_some_time() {
        PracticeTalk alma = talk(Temper.WARM);
        assertThatThrownBy(() -> alma.send(" ", clock.instant())).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> alma.send("x".repeat(1_601), clock.instant())).isInstanceOf(Problem.Invalid.class);
        for (int i = 0; i < PracticeTalk.MOST_LINES; i++) alma.send("more", clock.instant());
        assertThatThrownBy(() -> alma.send("more", clock.instant()))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("long enough");
    }

    @Test
    void only_those_who_text_practise_and_that_they_did_is_remembered_of_them_alone() {
        Actor.Member tom = here.member(Role.TEXTER);
        assertThatThrownBy(() -> practices.begin(here.member(Role.COORDINATOR), Optional.empty(), Locale.ENGLISH))
                .isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> practices.finished(here.member(Role.COORDINATOR)))
                .isInstanceOf(Problem.Refused.class);
        assertThat(practices.done(tess)).isFalse();
        practices.finished(tess);
        assertThat(practices.done(tess)).isTrue();
        assertThat(practices.done(tom)).isFalse();
        assertThat(practices.done(
                        new Actor.Member(NewOrganization.with(db).organizationId(), tess.memberId(), tess.roles())))
                .isFalse();
    }

    private PracticeTalk talk(Temper temper) {
        return practices.begin(tess, Optional.empty(), Locale.ENGLISH).talks().get(temper.ordinal());
    }

    /** And it leaves. */
    private int send(PracticeTalk talk, String words) {
        int number = talk.send(words, clock.instant());
        talk.leave(number);
        return number;
    }
}
