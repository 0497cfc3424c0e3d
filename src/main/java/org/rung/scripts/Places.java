package org.rung.scripts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import org.rung.common.Problem;

/** Where a script's texts stand: the first text, its other wordings, and each reply by its question's and answer's keys. */
final class Places {
    static final String FIRST = "firstText";
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final int MOST_LANGUAGES = 5;

    private Places() {}

    static Map<String, String> texts(String firstText, List<String> wordings, Optional<Question> question) {
        var texts = new LinkedHashMap<String, String>();
        texts.put(FIRST, firstText);
        for (int i = 0; i < wordings.size(); i++) texts.put(wording(i + 1), wordings.get(i));
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

    /** Of one of the ways to say the first text, 0 being the first. */
    static String wording(int way) {
        return way == 0 ? FIRST : FIRST + "#" + (way + 1);
    }

    /** Those after the one that goes move up. */
    static Map<String, String> without(Map<String, String> texts, int wording, int of) {
        var left = new LinkedHashMap<>(texts);
        for (int i = wording; i <= of; i++) {
            var next = i == of ? null : left.get(wording(i + 1));
            if (next == null) left.remove(wording(i));
            else left.put(wording(i), next);
        }
        return left;
    }

    /** Keys hold no slash. */
    private static String place(Question question, AnswerChoice answer) {
        return question.key() + "/" + answer.key();
    }
}
