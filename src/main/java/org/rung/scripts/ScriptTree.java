package org.rung.scripts;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.rung.common.Problem;
import org.rung.media.AttachmentId;

/**
 * The first text and the tree of questions that follows it: at most 200 questions and answers, 12 questions deep.
 *
 * @param variants texts in other languages, by the language and by their {@link Places place}
 */
public record ScriptTree(
        String firstText,
        Optional<AttachmentId> picture,
        Optional<Question> question,
        Map<String, Map<String, String>> variants) {
    public ScriptTree {
        ScriptLimits.text("firstText", firstText, ScriptLimits.LONGEST_TEXT);
        question.ifPresent(first -> count(first, 1, new HashSet<>()));
        variants = variants.isEmpty() ? Map.of() : Places.kept(variants, Places.texts(firstText, question));
    }

    /** In one language. */
    public ScriptTree(String firstText, Optional<AttachmentId> picture, Optional<Question> question) {
        this(firstText, picture, question, Map.of());
    }

    /** Words only. */
    public ScriptTree(String firstText, Optional<Question> question) {
        this(firstText, Optional.empty(), question);
    }

    public ScriptTree saying(String words) {
        return new ScriptTree(words, picture, question, variants);
    }

    public ScriptTree with(Optional<AttachmentId> other) {
        return new ScriptTree(firstText, other, question, variants);
    }

    public ScriptTree asking(Optional<Question> other) {
        return new ScriptTree(firstText, picture, other, variants);
    }

    /** As whoever speaks this language is written to; what was never put into it stays as it is. */
    public ScriptTree in(String language) {
        Map<String, String> words = variants.get(language);
        return words == null ? this : placed((place, text) -> words.getOrDefault(place, text));
    }

    /** What was put into this language, and nothing where that is still to do. */
    public ScriptTree alone(String language) {
        Map<String, String> words = variants.getOrDefault(language, Map.of());
        return placed((place, text) -> words.getOrDefault(place, ""));
    }

    /** With the texts of edited for that language; the usual ones stay, and all else is as edited has it. */
    public ScriptTree saidIn(String language, ScriptTree edited) {
        Map<String, String> usual = Places.texts(firstText, question);
        var other = new LinkedHashMap<>(variants);
        other.put(language, Places.texts(edited.firstText, edited.question));
        ScriptTree mine = edited.placed((place, text) -> usual.getOrDefault(place, ""));
        return new ScriptTree(mine.firstText, mine.picture, mine.question, other);
    }

    /** How many texts are still to be put into this language. */
    public int unsaidIn(String language) {
        Map<String, String> words = variants.getOrDefault(language, Map.of());
        return (int) Places.texts(firstText, question).entrySet().stream()
                .filter(text -> !text.getValue().isBlank() && !words.containsKey(text.getKey()))
                .count();
    }

    private ScriptTree placed(BinaryOperator<String> edit) {
        return new ScriptTree(
                edit.apply(Places.FIRST, firstText),
                picture,
                question.map(first -> Places.placed(first, edit)),
                variants);
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

    /** With this done to the first text and to every reply, in every language. */
    public ScriptTree withTexts(UnaryOperator<String> edit) {
        var other = new LinkedHashMap<String, Map<String, String>>();
        variants.forEach((language, texts) -> {
            var edited = new LinkedHashMap<>(texts);
            edited.replaceAll((place, text) -> edit.apply(text));
            other.put(language, edited);
        });
        return new ScriptTree(edit.apply(firstText), picture, question.map(first -> withTexts(first, edit)), other);
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
