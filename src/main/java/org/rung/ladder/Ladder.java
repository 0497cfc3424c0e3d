package org.rung.ladder;

import java.util.List;

/**
 * Ordered commitment levels; the rungs are those in use, from position 1 up without gaps.
 *
 * @param version how often its rungs and rules were changed, from 1
 */
public record Ladder(LadderId ladderId, LadderKind kind, String name, List<Rung> rungs, int version) {
    public Ladder {
        rungs = List.copyOf(rungs);
        for (int i = 0; i < rungs.size(); i++) {
            if (rungs.get(i).position() != i + 1) {
                throw new IllegalArgumentException("rungs of ladder " + ladderId + " are not numbered 1 to n");
            }
        }
    }

    Ladder(LadderId ladderId, LadderKind kind, String name, List<Rung> rungs) {
        this(ladderId, kind, name, rungs, 1);
    }

    /** What filters call it. */
    public String key() {
        return kind == LadderKind.OTHER ? ladderId.text() : kind.name();
    }

    public int top() {
        return rungs.size();
    }

    public Rung rung(int position) {
        return rungs.get(Math.clamp(position, 1, top()) - 1);
    }
}
