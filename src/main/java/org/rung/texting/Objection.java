package org.rung.texting;

import org.rung.common.Problem;

/**
 * Why a text is not sent as it is. word: what was found, as the list has it, or empty where it is not to be repeated; hold:
 * an organizer looks at it before it leaves; else its texter is asked whether they mean it.
 */
public record Objection(String word, boolean hold) {
    private static final String ASKED = "problem.words-asked";
    private static final String ASKED_PLAINLY = "problem.words-asked-plainly";

    Problem asked() {
        return word.isEmpty() ? new Problem.Conflict(ASKED_PLAINLY) : new Problem.Conflict(ASKED, word);
    }

    /** Whether somebody was asked whether they mean it: said to be sure, the same text leaves. */
    public static boolean asks(Problem problem) {
        return problem.sentence().key().equals(ASKED)
                || problem.sentence().key().equals(ASKED_PLAINLY);
    }
}
