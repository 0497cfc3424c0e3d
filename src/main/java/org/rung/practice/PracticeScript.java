package org.rung.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.rung.common.Sentence;
import org.rung.scripts.AnswerChoice;
import org.rung.scripts.MergeFilled;
import org.rung.scripts.MergeText;
import org.rung.scripts.Question;
import org.rung.scripts.ScriptStarter;
import org.rung.scripts.ScriptTree;

/** A script as one invented supporter's texter sees it. */
record PracticeScript(ScriptTree tree, Map<String, String> values) {

    /** Of no campaign, where none runs. */
    static ScriptTree own(Locale language) {
        return ScriptStarter.of(new ScriptStarter.Words(
                Sentence.of("practice.script.first", "{firstName}", "{texter.firstName}", "{organization.name}")
                        .in(language),
                say(language, "question"),
                say(language, "yes"),
                say(language, "yes.reply"),
                say(language, "maybe"),
                say(language, "maybe.reply"),
                say(language, "no"),
                say(language, "no.reply"),
                say(language, "stop")));
    }

    private static String say(Locale language, String key) {
        return Sentence.of("practice.script." + key).in(language);
    }

    List<MergeFilled> firstText() {
        return MergeText.fill(tree.firstText(), values);
    }

    List<Question> path(Map<String, String> answers) {
        List<Question> path = new ArrayList<>();
        Optional<Question> next = tree.question();
        while (next.isPresent()) {
            Question question = next.get();
            path.add(filled(question));
            String given = answers.get(question.key());
            next = question.answers().stream()
                    .filter(answer -> answer.key().equals(given))
                    .findFirst()
                    .flatMap(AnswerChoice::next);
        }
        return path;
    }

    Optional<AnswerChoice> answer(String questionKey, String answerKey) {
        return tree.question(questionKey).map(this::filled).stream()
                .flatMap(question -> question.answers().stream())
                .filter(answer -> answer.key().equals(answerKey))
                .findFirst();
    }

    /** Words only: pictures of the script stay where they are. */
    private Question filled(Question question) {
        return new Question(
                question.key(),
                fill(question.words()),
                question.answers().stream()
                        .map(answer -> new AnswerChoice(
                                answer.key(), answer.label(), fill(answer.reply()), answer.effects(), answer.next()))
                        .toList());
    }

    private String fill(String template) {
        return MergeText.render(template, values);
    }
}
