package org.rung.answers;

import java.util.Map;

/** How far a job is: of how many conversations, and what became of those whose turn came. */
public record Progress(int total, Map<Outcome, Integer> outcomes) {
    static final Progress NONE = new Progress(0, Map.of());

    public int done() {
        return outcomes.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int got() {
        return outcomes.entrySet().stream()
                .filter(one -> one.getKey().got())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
