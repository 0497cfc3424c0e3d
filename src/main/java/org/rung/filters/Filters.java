package org.rung.filters;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * Puts a filter together from the criteria that the rooms give. What a line means is asked of them each time, so that a
 * tag, a field or a campaign that is gone makes the filter meaningless instead of wider.
 */
@Service
public class Filters {
    private final SearchStore search;
    private final JoinStore join;
    private final ObjectProvider<Criterion> criteria;

    Filters(SearchStore search, JoinStore join, ObjectProvider<Criterion> criteria) {
        this.search = search;
        this.join = join;
        this.criteria = criteria;
    }

    /**
     * The filter as a condition on supporters.supporter_id, for stores that select from supporters.
     *
     * @throws Problem.Invalid for a kind nobody knows, a line without values, a tag or field that is gone: a filter that
     *     cannot be understood never means everyone
     */
    public Condition matching(OrganizationId organizationId, SupporterFilter filter) {
        var words = search.matching(organizationId, filter.search());
        if (filter.groups().isEmpty()) return words;
        var groups = filter.groups().stream()
                .map(group -> group(organizationId, group))
                .toList();
        return words.and(joined(organizationId, filter.match(), groups).condition());
    }

    /**
     * As the other one; nobody at all where it would throw, also where a part could still be understood: who meant to
     * leave people out must not text them because a tag was deleted. For work that no one looks at.
     */
    public Condition matchingOrNobody(OrganizationId organizationId, SupporterFilter filter) {
        try {
            return matching(organizationId, filter);
        } catch (Problem.Invalid gone) {
            return join.nobody();
        }
    }

    /** What is wrong with a line, such as a tag that is gone; empty when it can be asked. */
    public Optional<Problem.Invalid> trouble(OrganizationId organizationId, FilterLine line) {
        try {
            line(organizationId, line);
            return Optional.empty();
        } catch (Problem.Invalid wrong) {
            return Optional.of(wrong);
        }
    }

    /** What is wrong with the first line that cannot be asked. */
    public Optional<Problem.Invalid> trouble(OrganizationId organizationId, SupporterFilter filter) {
        return filter.lines().stream()
                .flatMap(line -> trouble(organizationId, line).stream())
                .findFirst();
    }

    private JoinStore.Part group(OrganizationId organizationId, FilterGroup group) {
        return joined(
                organizationId,
                group.match(),
                group.lines().stream().map(line -> line(organizationId, line)).toList());
    }

    private JoinStore.Part joined(OrganizationId organizationId, Match match, List<JoinStore.Part> parts) {
        return match == Match.ALL ? join.all(parts) : join.any(organizationId, parts);
    }

    private JoinStore.Part line(OrganizationId organizationId, FilterLine line) {
        var criterion = criterion(line.kind())
                .orElseThrow(() -> new Problem.Invalid(
                        "filter", "problem.filter-kind", line.kind(), String.join(", ", byKind().keySet())));
        if (line.values().isEmpty()) throw new Problem.Invalid("filter", "problem.filter-bare", line.kind());
        if (!criterion.comparisons(organizationId, line.key()).contains(line.compare()))
            throw new Problem.Invalid("filter", "problem.filter-compare", line.kind(), FilterJson.word(line.compare()));
        var condition = criterion.matching(organizationId, line);
        return new JoinStore.Part(line.not() ? condition.not() : condition, !line.not());
    }

    /** Every kind of line that a filter may have, by kind. */
    public List<Criterion> all() {
        return List.copyOf(byKind().values());
    }

    public Optional<Criterion> criterion(String kind) {
        return Optional.ofNullable(byKind().get(kind));
    }

    private Map<String, Criterion> byKind() {
        var kinds = new LinkedHashMap<String, Criterion>();
        criteria.stream().sorted(Comparator.comparing(Criterion::kind)).forEach(each -> kinds.put(each.kind(), each));
        return kinds;
    }
}
