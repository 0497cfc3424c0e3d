package org.rung.filters;

import java.util.List;
import org.rung.common.Problem;

/** Whom to list: words to search for (name, number, e-mail) and lines that must all hold. */
public record SupporterFilter(String search, List<FilterLine> lines) {
    public static final SupporterFilter EVERYONE = new SupporterFilter("", List.of());
    private static final int MOST_LINES = 20;

    public SupporterFilter {
        if (search.length() > 200) throw new Problem.Invalid("search", "problem.too-long", 200);
        if (lines.size() > MOST_LINES) throw new Problem.Invalid("lines", "problem.at-most", 20);
        search = search.strip();
        lines = List.copyOf(lines);
    }

    public boolean isEveryone() {
        return search.isEmpty() && lines.isEmpty();
    }
}
