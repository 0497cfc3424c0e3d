package org.rung.places;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An area as runs of spots: squares that are wholly in it, and along its edge ever smaller ones. How fine they get follows
 * from the area's size, to some hundredth of it; of the smallest, those whose middle is in it belong to it.
 */
final class Cover {
    private static final int MOST_ON_THE_EDGE = 250;

    private static final int FEW = 16;

    private Cover() {}

    static List<SpotRun> of(Area area) {
        return of(area, MOST_ON_THE_EDGE, false);
    }

    static List<SpotRun> around(Area area) {
        return of(area, FEW, true);
    }

    private static List<SpotRun> of(Area area, int most, boolean whole) {
        var runs = new ArrayList<SpotRun>();
        List<Long> edge = List.of(0L);
        for (int depth = 0; !edge.isEmpty(); depth++) {
            boolean last = depth == Spot.BITS || edge.size() > most;
            var finer = new ArrayList<Long>();
            for (long square : edge) {
                var box = Spot.square(square, depth);
                var share = area.of(box);
                if (share == Area.Share.SOME && last)
                    share = whole || area.contains(box.middle()) ? Area.Share.ALL : Area.Share.NONE;
                switch (share) {
                    case ALL -> runs.add(run(square, depth));
                    case SOME -> {
                        for (int quarter = 0; quarter < 4; quarter++) finer.add(square << 2 | quarter);
                    }
                    case NONE -> {}
                }
            }
            edge = finer;
        }
        return joined(runs);
    }

    private static SpotRun run(long square, int depth) {
        int finer = 2 * (Spot.BITS - depth);
        return new SpotRun(square << finer, (square + 1 << finer) - 1);
    }

    private static List<SpotRun> joined(List<SpotRun> runs) {
        runs.sort(Comparator.comparingLong(SpotRun::first));
        var joined = new ArrayList<SpotRun>();
        for (var run : runs) {
            var before = joined.isEmpty() ? null : joined.getLast();
            if (before != null && before.last() + 1 >= run.first())
                joined.set(joined.size() - 1, new SpotRun(before.first(), Math.max(before.last(), run.last())));
            else joined.add(run);
        }
        return List.copyOf(joined);
    }
}
