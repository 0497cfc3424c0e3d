package org.rung.scripts;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.rung.common.Problem;

/** The first text and the tree of questions that follows it: at most 200 questions and answers, 12 questions deep. */
public record ScriptTree(String firstText, Optional<Question> question) {
    public ScriptTree {
        ScriptLimits.text("firstText", firstText, ScriptLimits.LONGEST_TEXT);
        question.ifPresent(first -> count(first, 1, new HashSet<>()));
    }

    private static int count(Question question, int depth, Set<String> keys) {
        if (depth > ScriptLimits.DEEPEST) throw new Problem.Invalid("question", "problem.script-deep");
        if (!keys.add(question.key())) throw new Problem.Invalid("question", "problem.key-twice", question.key());
        int nodes = 1 + question.answers().size();
        for (var answer : question.answers()) {
            if (answer.next().isPresent()) nodes += count(answer.next().get(), depth + 1, keys);
            if (nodes > ScriptLimits.MOST_NODES) throw new Problem.Invalid("script", "problem.script-many");
        }
        return nodes;
    }

    /** With this done to the first text and to every reply. */
    public ScriptTree withTexts(UnaryOperator<String> edit) {
        return new ScriptTree(edit.apply(firstText), question.map(first -> withTexts(first, edit)));
    }

    private static Question withTexts(Question question, UnaryOperator<String> edit) {
        var answers = question.answers().stream()
                .map(answer -> new AnswerChoice(
                        answer.key(),
                        answer.label(),
                        edit.apply(answer.reply()),
                        answer.effects(),
                        answer.next().map(next -> withTexts(next, edit))))
                .toList();
        return new Question(question.key(), question.words(), answers);
    }

    /** The question with this key, wherever it stands. */
    public Optional<Question> question(String key) {
        return question.flatMap(first -> find(first, key));
    }

    private static Optional<Question> find(Question question, String key) {
        if (question.key().equals(key)) return Optional.of(question);
        return question.answers().stream()
                .flatMap(answer -> answer.next().stream())
                .flatMap(next -> find(next, key).stream())
                .findFirst();
    }
}
