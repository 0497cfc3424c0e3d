package org.rung.answers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rung.common.Sentence;
import org.rung.scripts.Check;

/**
 * What would happen now.
 *
 * @param outcomes how many conversations would end how
 * @param sample the words as one of those who get them reads them
 * @param checks what is to be looked at in the words; nothing leaves while one of them must be mended
 * @param asks what is asked before words that are watched leave
 */
public record Forecast(
        Map<Outcome, Integer> outcomes, Optional<String> sample, List<Check> checks, Optional<Sentence> asks) {

    public int getting() {
        return outcomes.entrySet().stream()
                .filter(one -> one.getKey().got())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    public boolean mayLeave() {
        return getting() > 0 && checks.stream().noneMatch(check -> check.level() == Check.Level.MUST);
    }
}
