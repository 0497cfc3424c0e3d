package org.rung.scripts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A place in a script tree: the answers gone through from the first question on, counted from 0. Empty for the first
 * question itself. Edits make a new tree and leave the old one for undo; pure.
 */
public record TreePath(List<Integer> steps) {
    public static final TreePath FIRST = new TreePath(List.of());

    public TreePath {
        steps = List.copyOf(steps);
    }

    public TreePath into(int answer) {
        var deeper = new ArrayList<>(steps);
        deeper.add(answer);
        return new TreePath(deeper);
    }

    /** The question or answer above. */
    public TreePath up() {
        return new TreePath(steps.subList(0, steps.size() - 1));
    }

    public int last() {
        return steps.getLast();
    }

    /** The question that follows the answer here, or the first one. */
    public Optional<Question> question(ScriptTree tree) {
        var at = tree.question();
        for (int step : steps) {
            at = at.filter(question -> step < question.answers().size())
                    .flatMap(question -> question.answers().get(step).next());
        }
        return at;
    }

    /** The answer here; the first question has none. */
    public Optional<AnswerChoice> answer(ScriptTree tree) {
        if (steps.isEmpty()) return Optional.empty();
        return up().question(tree)
                .filter(question -> last() < question.answers().size())
                .map(question -> question.answers().get(last()));
    }

    /** With the question here changed, made (from empty) or removed (to empty). */
    public ScriptTree withQuestion(ScriptTree tree, UnaryOperator<Optional<Question>> edit) {
        if (steps.isEmpty()) return tree.asking(edit.apply(tree.question()));
        return withAnswer(tree, answer -> answer.leadingTo(edit.apply(answer.next())));
    }

    /** With the answers of the question here changed. */
    public ScriptTree withAnswers(ScriptTree tree, UnaryOperator<List<AnswerChoice>> edit) {
        return withQuestion(
                tree,
                question -> question.map(
                        one -> new Question(one.key(), one.words(), edit.apply(new ArrayList<>(one.answers())))));
    }

    /** With the answer here changed; as it was where there is none. */
    public ScriptTree withAnswer(ScriptTree tree, UnaryOperator<AnswerChoice> edit) {
        return up().withAnswers(tree, answers -> {
            if (last() < answers.size()) answers.set(last(), edit.apply(answers.get(last())));
            return answers;
        });
    }
}
