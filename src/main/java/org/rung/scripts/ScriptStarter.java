package org.rung.scripts;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keys that stay free, and the first script to begin from. */
public final class ScriptStarter {
    private ScriptStarter() {}

    /** The words, in the reader's language. */
    public record Words(
            String firstText,
            String question,
            String yes,
            String yesReply,
            String maybe,
            String maybeReply,
            String no,
            String noReply,
            String stop) {}

    public static ScriptTree of(Words words) {
        return new ScriptTree(
                words.firstText(),
                Optional.of(new Question(
                        "q1",
                        words.question(),
                        List.of(
                                answer("a1", words.yes(), words.yesReply()),
                                answer("a2", words.maybe(), words.maybeReply()),
                                new AnswerChoice(
                                        "a3",
                                        words.no(),
                                        words.noReply(),
                                        List.of(new Effect.Decline()),
                                        Optional.empty()),
                                new AnswerChoice(
                                        "stop", words.stop(), "", List.of(new Effect.OptOut()), Optional.empty())))));
    }

    private static AnswerChoice answer(String key, String label, String reply) {
        return new AnswerChoice(key, label, reply, List.of(), Optional.empty());
    }

    /** A key that no question and no answer of the tree has, so that a moved answer keeps its own. */
    public static String freeKey(ScriptTree tree, String letter) {
        var taken = new HashSet<String>();
        tree.question().ifPresent(question -> collect(question, taken));
        int number = taken.size() + 1;
        while (taken.contains(letter + number)) number++;
        return letter + number;
    }

    private static void collect(Question question, Set<String> keys) {
        keys.add(question.key());
        for (var answer : question.answers()) {
            keys.add(answer.key());
            answer.next().ifPresent(next -> collect(next, keys));
        }
    }
}
