package org.rung.giftfiles;

import java.util.List;
import org.rung.common.Problem;
import org.rung.common.Sentence;

/** A row that was not taken, and why; line counts from the head, which is 1. */
public record RefusedRow(int line, List<String> cells, String stored) {
    public Sentence why() {
        return Problem.Invalid.read(stored)
                .map(wrong -> Sentence.of(
                        "problem.invalid",
                        Sentence.of("problem.field." + wrong.field().replace(' ', '-')),
                        wrong.sentence()))
                .or(() -> Sentence.read(stored))
                .orElse(Sentence.of(stored));
    }
}
