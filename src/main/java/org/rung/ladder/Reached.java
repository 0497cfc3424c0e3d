package org.rung.ladder;

import java.util.Map;

/**
 * What it is to have come to a rung.
 *
 * @param positions where it was on the ladder, by version; moves count rungs as their version did, and in a version that
 *     is not among them nobody could come to it
 */
public record Reached(LadderId ladderId, Rung rung, Map<Integer, Integer> positions) {
    public Reached {
        positions = Map.copyOf(positions);
    }
}
