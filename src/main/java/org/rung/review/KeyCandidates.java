package org.rung.review;

import java.util.List;
import java.util.function.BiFunction;

/** From a key of the database that leads to few texts. */
record KeyCandidates(BiFunction<Long, Integer, List<Long>> before) implements Candidates {
    @Override
    public List<Spot> after(Spot spot, int most) {
        return before.apply(spot.message(), most).stream()
                .map(id -> new Spot(spot.segment(), id))
                .toList();
    }
}
