package org.rung.scripts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
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
 * @param wordings other ways to say the first text, at most {@value #MOST_WORDINGS}; people get one of all in equal parts
 * @param variants texts in other languages, by the language and by their {@link Places place}
 */
public record ScriptTree(
        String firstText,
        List<String> wordings,
        Optional<AttachmentId> picture,
        Optional<Question> question,
        Map<String, Map<String, String>> variants) {
    public static final int MOST_WORDINGS = 3;

    public ScriptTree {
        ScriptLimits.text("firstText", firstText, ScriptLimits.LONGEST_TEXT);
        if (wordings.size() > MOST_WORDINGS) throw new Problem.Invalid("wordings", "problem.at-most", MOST_WORDINGS);
        wordings.forEach(words -> ScriptLimits.text("wordings", words, ScriptLimits.LONGEST_TEXT));
        wordings = List.copyOf(wordings);
        question.ifPresent(first -> count(first, 1, new HashSet<>()));
        variants = variants.isEmpty() ? Map.of() : Places.kept(variants, Places.texts(firstText, wordings, question));
    }

    /** The first text in one wording. */
    public ScriptTree(
            String firstText,
            Optional<AttachmentId> picture,
            Optional<Question> question,
            Map<String, Map<String, String>> variants) {
        this(firstText, List.of(), picture, question, variants);
    }

    /** In one wording and one language. */
    public ScriptTree(String firstText, Optional<AttachmentId> picture, Optional<Question> question) {
        this(firstText, picture, question, Map.of());
    }

    /** Words only. */
    public ScriptTree(String firstText, Optional<Question> question) {
        this(firstText, Optional.empty(), question);
    }

    public ScriptTree saying(String words) {
        return new ScriptTree(words, wordings, picture, question, variants);
    }

    public ScriptTree with(Optional<AttachmentId> other) {
        return new ScriptTree(firstText, wordings, other, question, variants);
    }

    public ScriptTree asking(Optional<Question> other) {
        return new ScriptTree(firstText, wordings, picture, other, variants);
    }

    /** With these other ways to say the first text; what was put into other languages stays with its wording's number. */
    public ScriptTree worded(List<String> others) {
        return new ScriptTree(firstText, others, picture, question, variants);
    }

    /** Without one of the other ways, in every language; 1 is the first of them. */
    public ScriptTree without(int wording) {
        var fewer = new LinkedHashMap<String, Map<String, String>>();
        variants.forEach((language, texts) -> fewer.put(language, Places.without(texts, wording, wordings.size())));
        var others = new ArrayList<>(wordings);
        others.remove(wording - 1);
        return new ScriptTree(firstText, others, picture, question, fewer);
    }

    /** Where a way to say the first text stands among the texts of a language. */
    public static String place(int way) {
        return Places.wording(way);
    }

    /** How many ways there are to say the first text. */
    public int ways() {
        return 1 + wordings.size();
    }

    /** The first text as this way has it, 0 being the first; in another language as that has it, or its first one. */
    public String said(int way, String language) {
        Map<String, String> theirs = variants.getOrDefault(language, Map.of());
        String usual = way == 0 ? firstText : wordings.get(way - 1);
        return theirs.getOrDefault(Places.wording(way), theirs.getOrDefault(Places.FIRST, usual));
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
        Map<String, String> usual = Places.texts(firstText, wordings, question);
        var other = new LinkedHashMap<>(variants);
        other.put(language, Places.texts(edited.firstText, edited.wordings, edited.question));
        ScriptTree mine = edited.placed((place, text) -> usual.getOrDefault(place, ""));
        return new ScriptTree(mine.firstText, mine.wordings, mine.picture, mine.question, other);
    }

    /** How many texts are still to be put into this language. */
    public int unsaidIn(String language) {
        Map<String, String> words = variants.getOrDefault(language, Map.of());
        return (int) Places.texts(firstText, wordings, question).entrySet().stream()
                .filter(text -> !text.getValue().isBlank() && !words.containsKey(text.getKey()))
                .count();
    }

    private ScriptTree placed(BinaryOperator<String> edit) {
        var others = new ArrayList<String>();
        wordings.forEach(words -> others.add(edit.apply(Places.wording(others.size() + 1), words)));
        return new ScriptTree(
                edit.apply(Places.FIRST, firstText),
                others,
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
        return new ScriptTree(
                edit.apply(firstText),
                wordings.stream().map(edit).toList(),
                picture,
                question.map(first -> withTexts(first, edit)),
                other);
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
