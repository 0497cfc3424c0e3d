package org.rung.filters;

import java.util.List;
import org.rung.common.Problem;

/**
 * Whom to list: words to search for (name, number, e-mail), and beside them groups of lines, of which all must hold or
 * any one. No groups ask for nothing.
 */
public record SupporterFilter(String search, Match match, List<FilterGroup> groups) {
    public static final SupporterFilter EVERYONE = new SupporterFilter("", List.of());
    private static final int MOST_LINES = 40;
    private static final int MOST_GROUPS = 10;

    public SupporterFilter {
        if (search.length() > 200) throw new Problem.Invalid("search", "problem.too-long", 200);
        if (groups.size() > MOST_GROUPS) throw new Problem.Invalid("groups", "problem.at-most", MOST_GROUPS);
        if (groups.stream().mapToInt(group -> group.lines().size()).sum() > MOST_LINES)
            throw new Problem.Invalid("lines", "problem.at-most", MOST_LINES);
        search = search.strip();
        groups = List.copyOf(groups);
    }

    /** Lines that must all hold. */
    public SupporterFilter(String search, List<FilterLine> lines) {
        this(search, Match.ALL, lines.isEmpty() ? List.of() : List.of(new FilterGroup(Match.ALL, lines)));
    }

    /** Every line, wherever it stands; what they mean together only the groups say. */
    public List<FilterLine> lines() {
        return groups.stream().flatMap(group -> group.lines().stream()).toList();
    }

    /** Whether its lines, one under the other and all to hold, say all of it. */
    public boolean isPlain() {
        return groups.isEmpty()
                || groups.size() == 1
                        && (groups.getFirst().match() == Match.ALL
                                || groups.getFirst().lines().size() == 1);
    }

    public boolean isEveryone() {
        return search.isEmpty() && groups.isEmpty();
    }

    public SupporterFilter searching(String words) {
        return new SupporterFilter(words, match, groups);
    }
}
