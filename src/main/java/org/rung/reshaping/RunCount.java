package org.rung.reshaping;

/** So many would go from one rung to another, both as the draft counts them. */
public record RunCount(int from, int to, long people) {
    public boolean rises() {
        return to > from;
    }
}
