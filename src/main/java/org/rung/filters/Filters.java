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

/** Puts a filter together from the criteria that the rooms give. Every line must hold; within a line any value may. */
@Service
public class Filters {
    private final SearchStore search;
    private final ObjectProvider<Criterion> criteria;

    Filters(SearchStore search, ObjectProvider<Criterion> criteria) {
        this.search = search;
        this.criteria = criteria;
    }

    /**
     * The filter as a condition on supporters.supporter_id, for stores that select from supporters.
     *
     * @throws Problem.Invalid for a kind nobody knows, a line without values, a tag or field that is gone: a filter that
     *     cannot be understood never means everyone
     */
    public Condition matching(OrganizationId organizationId, SupporterFilter filter) {
        var all = search.matching(organizationId, filter.search());
        for (var line : filter.lines()) {
            var criterion = criterion(line.kind())
                    .orElseThrow(() -> new Problem.Invalid(
                            "filter", "problem.filter-kind", line.kind(), String.join(", ", byKind().keySet())));
            if (line.values().isEmpty()) throw new Problem.Invalid("filter", "problem.filter-bare", line.kind());
            all = all.and(criterion.matching(organizationId, line));
        }
        return all;
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
