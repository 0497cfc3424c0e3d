package org.rung.filters;

import java.util.ArrayList;
import java.util.List;
import org.rung.common.Problem;

/**
 * A filter without its lines about households, and those lines.
 *
 * @param rest what is asked first
 */
record HouseholdLines(SupporterFilter rest, List<FilterLine> lines) {
    /** @throws Problem.Invalid where such a line is one of several joined by "or": one of each household of whom? */
    static HouseholdLines of(SupporterFilter filter) {
        var lines = new ArrayList<FilterLine>();
        var groups = new ArrayList<FilterGroup>();
        for (var group : filter.groups()) {
            var rest = group.lines().stream().filter(line -> !about(line)).toList();
            var taken = group.lines().stream().filter(HouseholdLines::about).toList();
            boolean either = group.match() == Match.ANY && group.lines().size() > 1
                    || filter.match() == Match.ANY && filter.groups().size() > 1;
            if (!taken.isEmpty() && either) throw new Problem.Invalid("filter", "problem.filter-household-or");
            lines.addAll(taken);
            if (!rest.isEmpty()) groups.add(new FilterGroup(group.match(), rest));
        }
        return new HouseholdLines(new SupporterFilter(filter.search(), filter.match(), groups), lines);
    }

    private static boolean about(FilterLine line) {
        return line.kind().equals(HouseholdCriterionStore.KIND);
    }
}
