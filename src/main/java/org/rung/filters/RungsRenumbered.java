package org.rung.filters;

import java.util.Map;
import java.util.Set;
import org.rung.common.OrganizationId;

/**
 * Announced by the ladder in the transaction in which its rungs got other numbers: what is kept of filters names rungs by
 * their numbers, and would mean others from then on. Past moves keep the numbers of their time, and so do lines about them.
 *
 * @param ladder what lines about standing on a rung have as their key
 * @param usual whether it is the ladder that lines without a key are about
 * @param positions where each rung is now, by where it was; one that went, where its people go on
 */
public record RungsRenumbered(
        OrganizationId organizationId, String ladder, boolean usual, Map<Integer, Integer> positions) {
    private static final Set<String> WITHOUT_KEY = Set.of("slipping", "ready");

    public RungsRenumbered {
        positions = Map.copyOf(positions);
    }

    /** The same people's filter; equal to the one before where it names none of these rungs. */
    public SupporterFilter in(SupporterFilter filter) {
        return new SupporterFilter(
                filter.search(),
                filter.match(),
                filter.groups().stream()
                        .map(group -> new FilterGroup(
                                group.match(),
                                group.lines().stream().map(this::in).toList()))
                        .toList());
    }

    private FilterLine in(FilterLine line) {
        boolean about =
                line.kind().equals("rung") && line.key().equals(ladder) || usual && WITHOUT_KEY.contains(line.kind());
        return about
                ? new FilterLine(
                        line.kind(),
                        line.key(),
                        line.not(),
                        line.compare(),
                        line.values().stream().map(this::now).toList())
                : line;
    }

    private String now(String position) {
        return position.matches("\\d{1,2}")
                ? positions
                        .getOrDefault(Integer.valueOf(position), Integer.valueOf(position))
                        .toString()
                : position;
    }
}
