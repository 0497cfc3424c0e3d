package org.rung.commitments;

import static org.rung.db.Tables.COMMITMENTS;
import static org.rung.db.Tables.SUPPORTERS;

import java.util.Arrays;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.rung.accounts.Organizations;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;
import org.rung.filters.Comparison;
import org.rung.filters.Criterion;
import org.rung.filters.DaySpan;
import org.rung.filters.FilterLine;
import org.springframework.stereotype.Repository;

/**
 * Has a promise that was kept, or broken, or is still open; the values are states. Or, where the key is such a state, has
 * one that came to it on one of some days.
 */
@Repository
class PromisedCriterionStore implements Criterion {
    private final DSLContext db;
    private final Organizations organizations;

    PromisedCriterionStore(DSLContext db, Organizations organizations) {
        this.db = db;
        this.organizations = organizations;
    }

    @Override
    public String kind() {
        return "promised";
    }

    @Override
    public Condition matching(OrganizationId organizationId, FilterLine line) {
        if (!line.key().isEmpty()) return settled(organizationId, line);
        var states = line.values().stream().map(PromisedCriterionStore::state).toList();
        return SUPPORTERS.SUPPORTER_ID.in(db.select(COMMITMENTS.SUPPORTER_ID)
                .from(COMMITMENTS)
                .where(COMMITMENTS.ORGANIZATION_ID.eq(organizationId), COMMITMENTS.STATE.in(states)));
    }

    @Override
    public List<Comparison> comparisons(OrganizationId organizationId, String key) {
        return List.of(key.isEmpty() ? Comparison.IS : Comparison.DURING);
    }

    private Condition settled(OrganizationId organizationId, FilterLine line) {
        var span = DaySpan.of(line);
        var zone = organizations.get(organizationId).zone();
        return SUPPORTERS.SUPPORTER_ID.in(db.select(COMMITMENTS.SUPPORTER_ID)
                .from(COMMITMENTS)
                .where(
                        COMMITMENTS.ORGANIZATION_ID.eq(organizationId),
                        COMMITMENTS.STATE.eq(state(line.key())),
                        COMMITMENTS.SETTLED_AT.ge(span.from(zone)),
                        COMMITMENTS.SETTLED_AT.lt(span.until(zone))));
    }

    private static CommitmentState state(String value) {
        return Arrays.stream(CommitmentState.values())
                .filter(state -> state.name().equals(value))
                .findFirst()
                .orElseThrow(() -> new Problem.Invalid("filter", "problem.filter-promise", value));
    }

    @Override
    public List<Choice> choices(OrganizationId organizationId) {
        return Arrays.stream(CommitmentState.values())
                .map(state -> new Choice("", state.name(), state.name()))
                .toList();
    }
}
