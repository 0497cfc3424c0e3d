package org.rung.asks;

import java.util.HashMap;
import java.util.Map;
import org.rung.commitments.AskFamily;

/**
 * How likely a yes is on a rung to a kind of ask, learned from what was asked there before. Few answers say little, so a
 * rung leans on what all rungs say to that kind, and a kind on what is said to all asks: each counts as {@link #WEIGHT}
 * answers more. A pure function.
 */
final class Acceptance {
    /** As many answers as what is known more widely is worth. */
    static final double WEIGHT = 10;

    /** So many were asked, and so many of them said yes. */
    record Tally(long asked, long accepted) {
        static final Tally NONE = new Tally(0, 0);

        Tally and(Tally other) {
            return new Tally(asked + other.asked, accepted + other.accepted);
        }
    }

    record Place(int position, AskFamily family) {}

    private final Map<Place, Tally> here;
    private final Map<AskFamily, Tally> families = new HashMap<>();
    private Tally all = Tally.NONE;

    Acceptance(Map<Place, Tally> here) {
        this.here = Map.copyOf(here);
        here.forEach((place, tally) -> {
            families.merge(place.family(), tally, Tally::and);
            all = all.and(tally);
        });
    }

    /** From 0 to 1. */
    double rate(int position, AskFamily family) {
        // One yes and one no more than there were, so that nothing is ever certain.
        double anywhere = (all.accepted() + 1.0) / (all.asked() + 2.0);
        double ofFamily = lean(families.getOrDefault(family, Tally.NONE), anywhere);
        return lean(tally(position, family), ofFamily);
    }

    Tally tally(int position, AskFamily family) {
        return here.getOrDefault(new Place(position, family), Tally.NONE);
    }

    private static double lean(Tally tally, double wider) {
        return (tally.accepted() + WEIGHT * wider) / (tally.asked() + WEIGHT);
    }
}
