package org.rung.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A script played branch by branch. */
class ScriptPlayTest {
    private static AnswerChoice answer(String key, String reply, Optional<Question> next) {
        return new AnswerChoice(key, key, reply, List.of(), next);
    }

    private static ScriptTree tree() {
        var how = new Question(
                "how",
                "How?",
                List.of(answer("bus", "Line 5", Optional.empty()), answer("walk", "Good", Optional.empty())));
        var come = new Question(
                "come",
                "Coming?",
                List.of(answer("yes", "Great, {firstName}!", Optional.of(how)), answer("no", "", Optional.empty())));
        return new ScriptTree(
                "Hi",
                List.of("Hello"),
                Optional.empty(),
                Optional.of(come),
                Map.of("es", Map.of("firstText", "Hola", "come/yes", "¡Qué bien!")));
    }

    @Test
    void each_answer_goes_down_its_branch_to_the_end() {
        var play = ScriptPlay.of(tree());
        assertThat(play.first()).isEqualTo("Hi");
        assertThat(play.asks())
                .hasValueSatisfying(question -> assertThat(question.key()).isEqualTo("come"));

        var bus = play.answer(0).answer(0);
        assertThat(bus.talk()).extracting(ScriptPlay.Line::says).containsExactly("Great, {firstName}!", "Line 5");
        assertThat(bus.asks()).isEmpty();
        assertThat(bus.back().asks())
                .hasValueSatisfying(question -> assertThat(question.key()).isEqualTo("how"));
        assertThat(bus.anew().talk()).isEmpty();
    }

    @Test
    void what_was_never_tried_is_named_until_it_was() {
        var play = ScriptPlay.of(tree());
        assertThat(play.answers()).isEqualTo(4);
        play = play.answer(0).answer(0).anew();
        assertThat(play.untried())
                .extracting(ScriptPlay.Branch::words)
                .containsExactly(List.of("yes", "walk"), List.of("no"));

        play = play.before(play.untried().getFirst());
        assertThat(play.asks())
                .hasValueSatisfying(question -> assertThat(question.key()).isEqualTo("how"));
        play = play.answer(1).anew().answer(1);
        assertThat(play.untried()).isEmpty();
    }

    @Test
    void a_branch_that_is_not_there_leaves_the_talk_where_it_is() {
        var play = ScriptPlay.of(tree());
        assertThat(play.answer(7)).isEqualTo(play);
        assertThat(play.back()).isEqualTo(play);
    }

    @Test
    void it_is_said_in_the_wording_and_the_language_that_one_chose() {
        var play = ScriptPlay.of(tree()).answer(0);
        assertThat(play.saying(1).first()).isEqualTo("Hello");
        var spanish = play.in(Optional.of("es"));
        assertThat(spanish.first()).isEqualTo("Hola");
        assertThat(spanish.talk().getFirst().says()).isEqualTo("¡Qué bien!");
    }

    @Test
    void the_worst_case_is_the_longest_of_each_field() {
        assertThat(MergeValues.longest(List.of(
                        Map.of("firstName", "Bo", "city", "San Francisco"),
                        Map.of("firstName", "Maximiliana", "city", "Ely"))))
                .containsEntry("firstName", "Maximiliana")
                .containsEntry("city", "San Francisco");
    }
}
