package org.rung.scripts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import org.rung.common.Problem;

/** Where a script's texts stand: the first text, and each reply by the keys of its question and its answer. */
final class Places {
    static final String FIRST = "firstText";
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final int MOST_LANGUAGES = 5;

    private Places() {}

    static Map<String, String> texts(String firstText, Optional<Question> question) {
        var texts = new LinkedHashMap<String, String>();
        texts.put(FIRST, firstText);
        question.ifPresent(first -> texts(first, texts));
        return texts;
    }

    private static void texts(Question question, Map<String, String> texts) {
        for (var answer : question.answers()) {
            texts.put(place(question, answer), answer.reply());
            answer.next().ifPresent(next -> texts(next, texts));
        }
    }

    static Question placed(Question question, BinaryOperator<String> edit) {
        return new Question(
                question.key(),
                question.words(),
                question.answers().stream()
                        .map(answer -> answer.saying(edit.apply(place(question, answer), answer.reply()))
                                .leadingTo(answer.next().map(next -> placed(next, edit))))
                        .toList());
    }

    /** What belongs to a place that is there; languages of which nothing is left go. */
    static Map<String, Map<String, String>> kept(
            Map<String, Map<String, String>> variants, Map<String, String> places) {
        if (variants.size() > MOST_LANGUAGES) throw new Problem.Invalid("variants", "problem.at-most", MOST_LANGUAGES);
        var kept = new LinkedHashMap<String, Map<String, String>>();
        variants.forEach((language, texts) -> {
            if (!LANGUAGE.matcher(language).matches())
                throw new Problem.Invalid("variants", "problem.language-unknown");
            var theirs = new LinkedHashMap<String, String>();
            texts.forEach((place, text) -> {
                ScriptLimits.text("variants", text, ScriptLimits.LONGEST_TEXT);
                if (places.containsKey(place) && !text.isBlank()) theirs.put(place, text);
            });
            if (!theirs.isEmpty()) kept.put(language, Map.copyOf(theirs));
        });
        return Map.copyOf(kept);
    }

    /** Keys hold no slash. */
    private static String place(Question question, AnswerChoice answer) {
        return question.key() + "/" + answer.key();
    }
}
