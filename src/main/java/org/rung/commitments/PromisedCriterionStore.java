package org.rung.commitments;

import static org.rung.db.Tables.COMMITMENTS;
import static org.rung.db.Tables.SUPPORTERS;

import java.util.Arrays;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;
import org.rung.filters.Criterion;
import org.rung.filters.FilterLine;
import org.springframework.stereotype.Repository;

/** Has a promise that was kept, or broken, or is still open; the values are states. */
@Repository
class PromisedCriterionStore implements Criterion {
    private final DSLContext db;

    PromisedCriterionStore(DSLContext db) {
        this.db = db;
    }

    @Override
    public String kind() {
        return "promised";
    }

    @Override
    public Condition matching(OrganizationId organizationId, FilterLine line) {
        var states = line.values().stream().map(PromisedCriterionStore::state).toList();
        return SUPPORTERS.SUPPORTER_ID.in(db.select(COMMITMENTS.SUPPORTER_ID)
                .from(COMMITMENTS)
                .where(COMMITMENTS.ORGANIZATION_ID.eq(organizationId), COMMITMENTS.STATE.in(states)));
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
