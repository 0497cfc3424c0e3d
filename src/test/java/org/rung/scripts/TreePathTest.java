package org.rung.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TreePathTest {
    private final ScriptTree tree = Scripted.good();
    private final TreePath yes = TreePath.FIRST.into(0);

    @Test
    void a_place_is_found_by_the_answers_gone_through() {
        assertThat(TreePath.FIRST.question(tree)).contains(tree.question().orElseThrow());
        assertThat(yes.answer(tree).orElseThrow().label()).isEqualTo("Yes");
        assertThat(yes.question(tree)).isEmpty();
        assertThat(yes.into(3).answer(tree)).isEmpty();
        assertThat(TreePath.FIRST.into(9).question(tree)).isEmpty();
        assertThat(TreePath.FIRST.answer(tree)).isEmpty();
    }

    @Test
    void a_question_can_be_asked_deeper_down_and_taken_away_again() {
        var why = new Question("why", "Why?", List.of());
        var asked = yes.withQuestion(tree, none -> Optional.of(why));
        assertThat(yes.question(asked)).contains(why);
        assertThat(yes.withQuestion(asked, old -> Optional.empty())).isEqualTo(tree);
        assertThat(tree.question("why")).isEmpty();
    }

    @Test
    void answers_keep_their_keys_when_they_move() {
        var moved = TreePath.FIRST.withAnswers(tree, answers -> {
            Collections.swap(answers, 0, 1);
            return answers;
        });
        assertThat(yes.answer(moved).orElseThrow().key()).isEqualTo("stop");
        assertThat(ScriptStarter.freeKey(moved, "a")).isNotIn("coming", "yes", "stop");
    }

    @Test
    void an_edit_beyond_the_tree_changes_nothing() {
        assertThat(TreePath.FIRST.into(7).withAnswer(tree, answer -> answer)).isEqualTo(tree);
        assertThat(yes.into(0).withAnswer(tree, answer -> answer)).isEqualTo(tree);
    }

    @Test
    void a_character_can_be_replaced_in_all_texts() {
        var shouted = tree.withTexts(text -> text.replace("!", "."));
        assertThat(shouted.question().orElseThrow().answers().getFirst().reply())
                .isEqualTo("Great, {firstName}.");
    }
}
