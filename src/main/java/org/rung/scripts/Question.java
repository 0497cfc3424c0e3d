package org.rung.scripts;

import java.util.HashSet;
import java.util.List;
import org.rung.common.Problem;

/** A question of a script; key is unique in the tree and stays when the words change. */
public record Question(String key, String words, List<AnswerChoice> answers) {
    public Question {
        ScriptLimits.key("question", key);
        ScriptLimits.text("question", words, 300);
        answers = List.copyOf(answers);
        var keys = new HashSet<String>();
        for (var answer : answers) {
            if (!keys.add(answer.key())) throw new Problem.Invalid("answer", "problem.key-twice", answer.key());
        }
    }
}
