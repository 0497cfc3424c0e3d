package org.rung.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScriptLintTest {

    @Test
    void a_plain_script_has_nothing_against_it() {
        assertThat(ScriptLint.of(Scripted.good())).isEmpty();
    }

    @Test
    void words_that_carriers_filter_are_named_with_their_place_and_only_whole_ones() {
        assertThat(ScriptLint.risky(Scripted.saying("Win a free gift today")))
                .hasValueSatisfying(check -> assertThat(check.details()).startsWith("free gift", 7));
        assertThat(ScriptLint.risky(Scripted.saying("Hay un PREMIO para ti"))).isPresent();
        assertThat(ScriptLint.risky(Scripted.saying("The reloaned loanwords of winners")))
                .isEmpty();
    }

    @Test
    void shouting_is_named_and_the_word_to_leave_is_not() {
        assertThat(ScriptLint.loud(Scripted.saying("COME TO THE MEETING")))
                .hasValueSatisfying(check -> assertThat(check.details()).startsWith("COME TO THE MEETING"));
        assertThat(ScriptLint.loud(Scripted.saying("Come!! Reply STOP to end"))).isPresent();
        assertThat(ScriptLint.loud(Scripted.saying("The ETU meets. Reply STOP to end")))
                .isEmpty();
    }

    @Test
    void branches_that_lead_nowhere_are_named() {
        var never = new Question("q9", "Why?", List.of());
        var tree = new ScriptTree(
                "Coming?",
                Optional.of(new Question(
                        "q1",
                        "Coming?",
                        List.of(
                                answer("a1", "Yes", List.of(), Optional.empty()),
                                answer("a2", "yes ", List.of(), Optional.empty()),
                                answer("a3", "", List.of(), Optional.empty()),
                                answer("a4", "Stop", List.of(new Effect.OptOut()), Optional.of(never))))));

        assertThat(ScriptLint.of(tree))
                .extracting(Check::key)
                .containsExactlyInAnyOrder("twice", "noLabel", "unreachable", "deadEnd");
    }

    private static AnswerChoice answer(String key, String label, List<Effect> effects, Optional<Question> next) {
        return new AnswerChoice(key, label, "", effects, next);
    }
}
