package org.rung.crew;

/** How many texters there are, and how many of them in each state; see {@link TexterState}. */
public record TexterCounts(int all, int atWork, int waiting, int overdue, int fresh) {
    public int of(TexterState state) {
        return switch (state) {
            case ALL -> all;
            case AT_WORK -> atWork;
            case WAITING -> waiting;
            case OVERDUE -> overdue;
            case NEW -> fresh;
        };
    }
}
