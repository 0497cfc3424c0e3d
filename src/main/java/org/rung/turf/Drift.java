package org.rung.turf;

/** How many people have left what a list was frozen from, and how many have come into it; each at most {@link TurfCount#MOST}. */
public record Drift(long left, long joined) {
    public boolean none() {
        return left == 0 && joined == 0;
    }
}
