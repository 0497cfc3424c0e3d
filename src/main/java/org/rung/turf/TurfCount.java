package org.rung.turf;

/**
 * How many people are in a cut, and how many different numbers of theirs could be texted now.
 *
 * @param textable at most {@link #MOST}; that many mean that many or more, since each takes a look at its consent
 */
public record TurfCount(long people, long textable) {
    public static final int MOST = 50_000;

    public boolean isMore() {
        return textable >= MOST;
    }
}
