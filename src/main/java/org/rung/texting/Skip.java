package org.rung.texting;

import org.rung.common.Problem;

/** Why somebody was left out. Only another reason than the ready ones needs words; at most 200 characters. */
public record Skip(SkipReason reason, String words) {

    public static final int LONGEST = 200;

    public Skip {
        words = words.strip();
        if (words.length() > LONGEST) {
            throw new Problem.Invalid("reason", "problem.too-long", LONGEST);
        }
        if (reason == SkipReason.OTHER && words.isEmpty()) {
            throw new Problem.Invalid("reason", "problem.skip-why");
        }
    }

    public static Skip of(SkipReason reason) {
        return new Skip(reason, "");
    }
}
