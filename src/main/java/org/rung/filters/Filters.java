package org.rung.filters;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.rung.common.Actor;
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
    private static final int MOST_ALTERNATIVES = 16;

    private final SearchStore search;
    private final JoinStore join;
    private final ObjectProvider<Criterion> criteria;
    private final ObjectProvider<PeopleOnMap> map;

    Filters(SearchStore search, JoinStore join, ObjectProvider<Criterion> criteria, ObjectProvider<PeopleOnMap> map) {
        this.search = search;
        this.join = join;
        this.criteria = criteria;
        this.map = map;
    }

    /**
     * The filter as a condition on supporters.supporter_id, for stores that select from supporters.
     *
     * @throws Problem.Invalid for a kind nobody knows, a line without values, a tag or field that is gone: a filter that
     *     cannot be understood never means everyone
     */
    public Condition matching(OrganizationId organizationId, SupporterFilter filter) {
        var asked = HouseholdLines.of(filter);
        var matching = together(organizationId, asked.rest());
        for (var line : asked.lines()) {
            line(organizationId, line);
            var first = HouseholdCriterionStore.first(organizationId, matching);
            matching = matching.and(line.not() ? first.not() : first);
        }
        return matching;
    }

    /**
     * For front doors, before they show who matches.
     *
     * @throws Problem.Invalid where a line, also of a saved filter that it names, asks for what the actor may not see
     */
    public void mustBeOpenTo(Actor actor, SupporterFilter filter) {
        if (!isOpenTo(actor, filter)) throw new Problem.Invalid("filter", "problem.filter-hidden");
    }

    /** Whether every line, also of a saved filter that it names, asks only for what the actor may see. */
    public boolean isOpenTo(Actor actor, SupporterFilter filter) {
        return filter.lines().stream()
                .allMatch(line -> criterion(line.kind()).stream()
                        .flatMap(each -> each.needs(actor.organization(), line).stream())
                        .allMatch(actor::may));
    }

    /**
     * The filter taken apart: people who match any of these match it, and nobody else. Whoever only wants the first of an
     * order, or no more than so many, asks each for those; a single set of all of them may be most of a million. One
     * condition where there would be too many.
     */
    List<Condition> alternatives(OrganizationId organizationId, SupporterFilter filter) {
        var groups = filter.groups();
        if (groups.isEmpty() || !HouseholdLines.of(filter).lines().isEmpty())
            return List.of(matching(organizationId, filter));
        var apart = groups.stream().map(group -> apart(organizationId, group)).toList();
        var either = filter.match() == Match.ANY
                ? apart.stream().flatMap(List::stream).toList()
                : crossed(apart);
        if (either.size() > MOST_ALTERNATIVES) return List.of(matching(organizationId, filter));
        var words = search.matching(organizationId, filter.search());
        return either.stream().map(words::and).toList();
    }

    private List<Condition> apart(OrganizationId organizationId, FilterGroup group) {
        var lines = group.lines().stream()
                .map(line -> line(organizationId, line).condition())
                .toList();
        return group.match() == Match.ANY ? lines : List.of(join.every(lines));
    }

    private static List<Condition> crossed(List<List<Condition>> groups) {
        var crossed = groups.getFirst();
        for (var group : groups.subList(1, groups.size())) {
            // Long before there are too many to hold, there are too many to ask.
            if (crossed.size() > MOST_ALTERNATIVES) return crossed;
            crossed = crossed.stream()
                    .flatMap(one -> group.stream().map(one::and))
                    .toList();
        }
        return crossed;
    }

    private Condition together(OrganizationId organizationId, SupporterFilter filter) {
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
        try {
            HouseholdLines.of(filter);
        } catch (Problem.Invalid wrong) {
            return Optional.of(wrong);
        }
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

    /** For the fields of this room, which choose areas on it. */
    PeopleOnMap map() {
        return map.getObject();
    }

    /** Every kind of line that a filter may have, by kind. */
    public List<Criterion> all() {
        return List.copyOf(byKind().values());
    }

    /** Those of them that may be offered to this actor, who sees all that each of them tells. */
    List<Criterion> offered(Actor actor) {
        return all().stream()
                .filter(each -> each.needs(actor.organization(), new FilterLine(each.kind(), "", List.of())).stream()
                        .allMatch(actor::may))
                .toList();
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
