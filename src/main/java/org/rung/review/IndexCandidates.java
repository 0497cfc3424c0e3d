package org.rung.review;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rung.common.OrganizationId;

/** From the index: texts with all the marks, or all texts where none is asked for. A segment after the other, more of them at once the less they hold. */
final class IndexCandidates implements Candidates {
    private static final int FIRST_LOOK = 8;
    private static final int WIDEST = 512;
    /** Without marks every text of a segment is one. */
    private static final int WIDEST_OF_ALL = 2;

    private final SegmentStore segments;
    private final OrganizationId here;
    private final Set<Long> marks;
    private int width = FIRST_LOOK;
    private final List<Spot> found = new ArrayList<>();
    private int next;
    private int below;

    IndexCandidates(SegmentStore segments, OrganizationId here, Set<Long> marks, Spot start) {
        this.segments = segments;
        this.here = here;
        this.marks = marks;
        below = Math.min(segments.highest(here), start.segment());
    }

    @Override
    public List<Spot> after(Spot spot, int most) {
        while (found.size() - next < most && below > 0) look(spot);
        List<Spot> some = List.copyOf(found.subList(next, Math.min(found.size(), next + most)));
        next += some.size();
        return some;
    }

    private void look(Spot spot) {
        int wide = marks.isEmpty() ? WIDEST_OF_ALL : width;
        int from = Math.max(1, below - wide + 1);
        if (marks.isEmpty()) {
            add(spot, segments.ids(here, numbers(from, below)), Map.of());
        } else {
            Map<Integer, BitSet> having = segments.having(here, marks, from, below);
            add(spot, segments.ids(here, having.keySet()), having);
        }
        below = from - 1;
        width = Math.min(WIDEST, width * 2);
    }

    private void add(Spot spot, Map<Integer, List<Long>> ids, Map<Integer, BitSet> having) {
        ids.keySet().stream().sorted(Comparator.reverseOrder()).forEach(segment -> {
            List<Long> all = ids.getOrDefault(segment, List.of());
            List<Long> mine = Optional.ofNullable(having.get(segment))
                    .map(places -> places.stream()
                            .filter(place -> place < all.size())
                            .mapToObj(all::get)
                            .toList())
                    .orElse(all);
            mine.stream()
                    .filter(id -> spot.later(segment) || id < spot.message())
                    .sorted(Comparator.reverseOrder())
                    .forEach(id -> found.add(new Spot(segment, id)));
        });
    }

    private static List<Integer> numbers(int from, int to) {
        List<Integer> numbers = new ArrayList<>();
        for (int number = from; number <= to; number++) numbers.add(number);
        return numbers;
    }
}
