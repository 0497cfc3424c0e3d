package org.rung.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What differs between two versions of a script. */
class ScriptChangeTest {
    private static AnswerChoice answer(String key, String reply) {
        return new AnswerChoice(key, key, reply, List.of(), Optional.empty());
    }

    private static ScriptTree tree(Question question) {
        return new ScriptTree("Hi", Optional.of(question));
    }

    @Test
    void the_same_script_differs_in_nothing() {
        var change = ScriptChange.between(Scripted.good(), Scripted.good());
        assertThat(change.saysOtherwise()).isFalse();
        assertThat(change.questions()).allMatch(question -> question.kind() == ScriptChange.Kind.SAME);
    }

    @Test
    void answers_are_new_gone_or_changed_by_their_keys() {
        var before = new Question("come", "Coming?", List.of(answer("yes", "Great"), answer("no", "Thanks")));
        var after = new Question("come", "Will they come?", List.of(answer("yes", "Lovely"), answer("maybe", "")));
        var change = ScriptChange.between(tree(before), tree(after)).questions().getFirst();
        assertThat(change.kind()).isEqualTo(ScriptChange.Kind.CHANGED);
        assertThat(change.former()).contains("Coming?");
        assertThat(change.answers())
                .extracting(ScriptChange.OfAnswer::key, ScriptChange.OfAnswer::kind)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("yes", ScriptChange.Kind.CHANGED),
                        org.assertj.core.groups.Tuple.tuple("maybe", ScriptChange.Kind.NEW),
                        org.assertj.core.groups.Tuple.tuple("no", ScriptChange.Kind.GONE));
    }

    @Test
    void a_question_is_gone_or_new_where_only_one_version_asks_it() {
        var change = ScriptChange.between(
                tree(new Question("come", "Coming?", List.of())), tree(new Question("sign", "Signing?", List.of())));
        assertThat(change.of(ScriptChange.Kind.NEW)).hasSize(1);
        assertThat(change.of(ScriptChange.Kind.GONE)).hasSize(1);
    }

    @Test
    void words_of_another_language_count_as_other_words() {
        var usual = new ScriptTree("Hi", Optional.empty(), Optional.empty(), Map.of("es", Map.of("firstText", "Hola")));
        assertThat(ScriptChange.between(new ScriptTree("Hi", Optional.empty()), usual)
                        .saysOtherwise())
                .isTrue();
    }
}
