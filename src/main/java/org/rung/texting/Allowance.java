package org.rung.texting;

import java.util.Optional;

/**
 * How many first texts a texter may take, beside what a batch holds.
 *
 * @param why what bounds it most; empty where nothing does
 */
record Allowance(int most, Optional<Batch.Short> why) {
    static final Allowance ALL = new Allowance(Integer.MAX_VALUE, Optional.empty());

    Allowance within(Optional<Integer> bound, int taken, Batch.Short reason) {
        int left = bound.map(most -> Math.max(0, most - taken)).orElse(Integer.MAX_VALUE);
        return left < most ? new Allowance(left, Optional.of(reason)) : this;
    }

    boolean none() {
        return most == 0;
    }

    int of(int wanted) {
        return Math.min(wanted, most);
    }

    /** Why there are no more than these, where it is for this. */
    Optional<Batch.Short> bounds(int wanted, int given) {
        return why.filter(reason -> given == most && most < wanted);
    }
}
