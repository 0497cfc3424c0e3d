package org.rung.filters;

import static org.rung.db.Tables.SUPPORTERS;
import static org.rung.db.Tables.SUPPORTER_PHONES;
import static org.rung.db.Tables.SUPPRESSIONS;

import java.time.Clock;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;
import org.springframework.stereotype.Repository;

/** The number used for texting is on the do-not-text list: for good, until a day that has not come, or out of some campaign. */
@Repository
class SuppressedCriterionStore implements Criterion {
    private static final String GOOD = "GOOD";
    private static final String UNTIL = "UNTIL";
    private static final String CAMPAIGN = "CAMPAIGN";

    private final DSLContext db;
    private final Clock clock;

    SuppressedCriterionStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "suppressed";
    }

    @Override
    public Condition matching(OrganizationId organizationId, FilterLine line) {
        var reaches = line.values().stream().map(this::reach).toList();
        // Nothing chosen asks for any of them.
        var which = reaches.isEmpty() ? DSL.or(reach(GOOD), reach(UNTIL), reach(CAMPAIGN)) : DSL.or(reaches);
        return SUPPORTERS.SUPPORTER_ID.in(db.select(SUPPORTER_PHONES.SUPPORTER_ID)
                .from(SUPPORTER_PHONES)
                .join(SUPPRESSIONS)
                .on(SUPPRESSIONS.ORGANIZATION_ID.eq(SUPPORTER_PHONES.ORGANIZATION_ID))
                .and(SUPPRESSIONS.PHONE.eq(SUPPORTER_PHONES.PHONE))
                .where(SUPPORTER_PHONES.ORGANIZATION_ID.eq(organizationId), SUPPORTER_PHONES.POSITION.eq((byte) 0))
                .and(which));
    }

    private Condition reach(String value) {
        return switch (value) {
            case GOOD -> SUPPRESSIONS.OCCASION_ID.eq(0L).and(SUPPRESSIONS.UNTIL_AT.isNull());
            case UNTIL -> SUPPRESSIONS.UNTIL_AT.gt(clock.instant());
            case CAMPAIGN -> SUPPRESSIONS.OCCASION_ID.ne(0L);
            default -> throw new Problem.Invalid("filter", "problem.filter-suppressed", value);
        };
    }

    @Override
    public List<Choice> choices(OrganizationId organizationId) {
        return List.of(
                new Choice("", GOOD, "for good"),
                new Choice("", UNTIL, "until a day"),
                new Choice("", CAMPAIGN, "out of a campaign"));
    }
}
