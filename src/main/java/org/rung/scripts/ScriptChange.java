package org.rung.scripts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What differs between two versions of a script, for whoever has conversations with the former one; pure.
 *
 * @param firstText whether it is said in other words, in the usual language
 * @param wordings whether the other ways to say it are others
 * @param pictures whether the first text, or a reply, takes another picture along
 * @param languages whether something is said otherwise in another language
 * @param questions those of the later version in its order, then those that are gone
 */
public record ScriptChange(
        boolean firstText, boolean wordings, boolean pictures, boolean languages, List<OfQuestion> questions) {

    public enum Kind {
        SAME,
        NEW,
        GONE,
        CHANGED
    }

    /** A question by its words; former: those that it had, where they are others. */
    public record OfQuestion(String key, String words, Optional<String> former, Kind kind, List<OfAnswer> answers) {}

    /** CHANGED: its label, its reply, what it does, or the question that it leads to. */
    public record OfAnswer(String key, String label, Kind kind) {}

    public ScriptChange {
        questions = List.copyOf(questions);
    }

    public static ScriptChange between(ScriptTree from, ScriptTree to) {
        Map<String, Question> before = questions(from);
        Map<String, Question> after = questions(to);
        var changes = new ArrayList<OfQuestion>();
        after.values().forEach(question -> changes.add(of(Optional.ofNullable(before.get(question.key())), question)));
        before.values().stream()
                .filter(question -> !after.containsKey(question.key()))
                .forEach(question -> changes.add(all(question, Kind.GONE)));
        return new ScriptChange(
                !from.firstText().equals(to.firstText()),
                !from.wordings().equals(to.wordings()),
                !from.pictures().equals(to.pictures()),
                !from.variants().equals(to.variants()),
                changes);
    }

    /** Whether whoever is texted first from now on reads something else. */
    public boolean saysOtherwise() {
        return firstText || wordings || languages;
    }

    public List<OfQuestion> of(Kind kind) {
        return questions.stream().filter(question -> question.kind() == kind).toList();
    }

    private static OfQuestion of(Optional<Question> former, Question question) {
        return former.map(before -> compared(before, question)).orElseGet(() -> all(question, Kind.NEW));
    }

    private static OfQuestion all(Question question, Kind kind) {
        return new OfQuestion(
                question.key(),
                question.words(),
                Optional.empty(),
                kind,
                question.answers().stream()
                        .map(answer -> new OfAnswer(answer.key(), answer.label(), kind))
                        .toList());
    }

    private static OfQuestion compared(Question before, Question after) {
        Map<String, AnswerChoice> former = new LinkedHashMap<>();
        before.answers().forEach(answer -> former.put(answer.key(), answer));
        var answers = new ArrayList<OfAnswer>();
        for (var answer : after.answers()) {
            var was = former.remove(answer.key());
            Kind kind = was == null ? Kind.NEW : alike(was, answer) ? Kind.SAME : Kind.CHANGED;
            answers.add(new OfAnswer(answer.key(), answer.label(), kind));
        }
        former.values().forEach(answer -> answers.add(new OfAnswer(answer.key(), answer.label(), Kind.GONE)));
        boolean reworded = !before.words().equals(after.words());
        boolean same = !reworded && answers.stream().allMatch(answer -> answer.kind() == Kind.SAME);
        return new OfQuestion(
                after.key(),
                after.words(),
                Optional.of(before.words()).filter(words -> reworded),
                same ? Kind.SAME : Kind.CHANGED,
                answers);
    }

    /** What follows in the tree is compared at its own place. */
    private static boolean alike(AnswerChoice one, AnswerChoice other) {
        return one.leadingTo(Optional.empty()).equals(other.leadingTo(Optional.empty()))
                && one.next().map(Question::key).equals(other.next().map(Question::key));
    }

    private static Map<String, Question> questions(ScriptTree tree) {
        var found = new LinkedHashMap<String, Question>();
        tree.question().ifPresent(first -> gather(first, found));
        return found;
    }

    private static void gather(Question question, Map<String, Question> found) {
        found.put(question.key(), question);
        question.answers().forEach(answer -> answer.next().ifPresent(next -> gather(next, found)));
    }
}
