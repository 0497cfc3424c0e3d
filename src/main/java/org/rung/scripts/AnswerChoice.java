package org.rung.scripts;

import java.util.List;
import java.util.Optional;
import org.rung.common.Problem;
import org.rung.media.AttachmentId;

/** An answer a supporter may give; reply may be empty; picture: what leaves with the reply. */
public record AnswerChoice(
        String key,
        String label,
        String reply,
        Optional<AttachmentId> picture,
        List<Effect> effects,
        Optional<Question> next) {
    public AnswerChoice {
        ScriptLimits.key("answer", key);
        ScriptLimits.text("label", label, 80);
        ScriptLimits.text("reply", reply, ScriptLimits.LONGEST_TEXT);
        effects = List.copyOf(effects);
        if (effects.size() > 20) throw new Problem.Invalid("effects", "problem.effects-many");
    }

    /** Words only. */
    public AnswerChoice(String key, String label, String reply, List<Effect> effects, Optional<Question> next) {
        this(key, label, reply, Optional.empty(), effects, next);
    }

    public AnswerChoice saying(String words) {
        return new AnswerChoice(key, label, words, picture, effects, next);
    }

    public AnswerChoice leadingTo(Optional<Question> other) {
        return new AnswerChoice(key, label, reply, picture, effects, other);
    }
}
