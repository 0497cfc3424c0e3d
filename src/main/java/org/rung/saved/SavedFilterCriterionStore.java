package org.rung.saved;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.filters.Criterion;
import org.rung.filters.FilterLine;
import org.rung.filters.Filters;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Repository;

/** Matches one of these saved filters, as they are when it is asked. */
@Repository
class SavedFilterCriterionStore implements Criterion {
    static final String KIND = "saved";

    private final SavedFilterStore store;
    /** Filters ask the criteria, and this one asks them back. */
    private final ObjectProvider<Filters> filters;

    SavedFilterCriterionStore(SavedFilterStore store, ObjectProvider<Filters> filters) {
        this.store = store;
        this.filters = filters;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Condition matching(OrganizationId organizationId, FilterLine line) {
        return DSL.or(line.values().stream()
                .map(value -> one(organizationId, new SavedFilterId(Id.parse("filter", value))))
                .toList());
    }

    private Condition one(OrganizationId organizationId, SavedFilterId id) {
        var saved =
                store.get(organizationId, id).orElseThrow(() -> new Problem.Invalid("filter", "problem.filter-saved"));
        return filters.getObject().matching(organizationId, saved.filter());
    }

    /** What the saved ones need, whoever saved them; one that is gone needs nothing and matches nobody. */
    @Override
    public Set<Permission> needs(OrganizationId organizationId, FilterLine line) {
        var needs = new HashSet<Permission>();
        for (var value : line.values()) {
            store.get(organizationId, new SavedFilterId(Id.parse("filter", value)))
                    .ifPresent(saved -> saved.filter().lines().stream()
                            .filter(inside -> !inside.kind().equals(KIND))
                            .forEach(inside -> filters.getObject()
                                    .criterion(inside.kind())
                                    .ifPresent(each -> needs.addAll(each.needs(organizationId, inside)))));
        }
        return needs;
    }

    @Override
    public List<Choice> choices(OrganizationId organizationId) {
        return store.page(organizationId, Optional.empty(), 200).stream()
                .map(saved -> new Choice("", saved.savedFilterId().text(), saved.name()))
                .toList();
    }
}
