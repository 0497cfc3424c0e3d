package org.rung.scripts;

import java.util.List;
import java.util.Optional;
import org.rung.common.Problem;

/** An answer a supporter may give; reply may be empty. */
public record AnswerChoice(String key, String label, String reply, List<Effect> effects, Optional<Question> next) {
    public AnswerChoice {
        ScriptLimits.key("answer", key);
        ScriptLimits.text("label", label, 80);
        ScriptLimits.text("reply", reply, ScriptLimits.LONGEST_TEXT);
        effects = List.copyOf(effects);
        if (effects.size() > 20) throw new Problem.Invalid("effects", "problem.effects-many");
    }
}
