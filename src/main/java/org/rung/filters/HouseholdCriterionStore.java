package org.rung.filters;

import static org.rung.db.Tables.HOUSEHOLDS;
import static org.rung.db.Tables.SUPPORTERS;

import java.util.List;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;
import org.springframework.stereotype.Repository;

/**
 * One of each household. Which one follows from what else a filter asks: the longest known of those who match, so that no
 * household is lost because its first does not. {@link Filters} therefore asks it last.
 */
@Repository
class HouseholdCriterionStore implements Criterion {
    static final String KIND = "household";
    private static final String FIRST = "FIRST";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Condition matching(OrganizationId organizationId, FilterLine line) {
        if (!line.values().equals(List.of(FIRST))) throw new Problem.Invalid("filter", "problem.filter-household");
        return first(organizationId, DSL.trueCondition());
    }

    /** Nobody of their household is known longer and matches too. */
    static Condition first(OrganizationId organizationId, Condition matching) {
        var own = HOUSEHOLDS.as("own_household");
        var other = HOUSEHOLDS.as("household");
        // The inner supporters are others than the outer ones: what matches is asked of them.
        return DSL.notExists(DSL.selectOne()
                .from(own)
                .where(own.SUPPORTER_ID.eq(SUPPORTERS.SUPPORTER_ID))
                .and(DSL.exists(DSL.selectOne()
                        .from(other)
                        .join(SUPPORTERS)
                        .on(SUPPORTERS.SUPPORTER_ID.eq(other.SUPPORTER_ID))
                        .where(
                                other.ORGANIZATION_ID.eq(organizationId),
                                other.HOUSEHOLD_ID.eq(own.HOUSEHOLD_ID),
                                other.SUPPORTER_ID.lt(own.SUPPORTER_ID))
                        .and(matching))));
    }

    @Override
    public List<Choice> choices(OrganizationId organizationId) {
        return List.of(new Choice("", FIRST, FIRST));
    }
}
