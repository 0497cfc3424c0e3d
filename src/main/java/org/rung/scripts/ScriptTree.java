package org.rung.scripts;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.rung.common.Problem;
import org.rung.media.AttachmentId;

/** The first text and the tree of questions that follows it: at most 200 questions and answers, 12 questions deep. */
public record ScriptTree(String firstText, Optional<AttachmentId> picture, Optional<Question> question) {
    public ScriptTree {
        ScriptLimits.text("firstText", firstText, ScriptLimits.LONGEST_TEXT);
        question.ifPresent(first -> count(first, 1, new HashSet<>()));
    }

    /** Words only. */
    public ScriptTree(String firstText, Optional<Question> question) {
        this(firstText, Optional.empty(), question);
    }

    public ScriptTree saying(String words) {
        return new ScriptTree(words, picture, question);
    }

    public ScriptTree with(Optional<AttachmentId> other) {
        return new ScriptTree(firstText, other, question);
    }

    public ScriptTree asking(Optional<Question> other) {
        return new ScriptTree(firstText, picture, other);
    }

    /** Of the first text and of every reply. */
    public Set<AttachmentId> pictures() {
        var all = new HashSet<AttachmentId>();
        picture.ifPresent(all::add);
        question.ifPresent(first -> pictures(first, all));
        return all;
    }

    private static void pictures(Question question, Set<AttachmentId> all) {
        for (var answer : question.answers()) {
            answer.picture().ifPresent(all::add);
            answer.next().ifPresent(next -> pictures(next, all));
        }
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
        return new ScriptTree(edit.apply(firstText), picture, question.map(first -> withTexts(first, edit)));
    }

    private static Question withTexts(Question question, UnaryOperator<String> edit) {
        var answers = question.answers().stream()
                .map(answer -> answer.saying(edit.apply(answer.reply()))
                        .leadingTo(answer.next().map(next -> withTexts(next, edit))))
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
