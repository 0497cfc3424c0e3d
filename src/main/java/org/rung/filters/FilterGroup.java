package org.rung.filters;

import java.util.List;
import org.rung.common.Problem;

/** Lines that must all hold, or of which one is enough. Never empty: a group that asks nothing would mean everyone. */
public record FilterGroup(Match match, List<FilterLine> lines) {
    public FilterGroup {
        if (lines.isEmpty()) throw new Problem.Invalid("filter", "problem.filter-group");
        lines = List.copyOf(lines);
    }
}
