package org.rung.exchange;

import java.util.Locale;
import org.rung.common.Problem;

/**
 * Why a row, or a whole file, was not taken: kept as what was wrong, said in the language of whoever reads it.
 *
 * @param text as stored; words stored before they had keys are said as they are
 */
public record Why(String text) {
    static Why of(Problem.Invalid problem) {
        return new Why(problem.text());
    }

    public String in(Locale language) {
        return Problem.Invalid.read(text).map(problem -> problem.in(language)).orElse(text);
    }
}
