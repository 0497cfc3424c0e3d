package org.rung.filters;

import static org.rung.db.Tables.SUPPORTERS;

import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

/** How we came to know them, as the list or the form said. */
@Repository
class SourceCriterionStore implements Criterion {
    private final DSLContext db;

    SourceCriterionStore(DSLContext db) {
        this.db = db;
    }

    @Override
    public String kind() {
        return "source";
    }

    @Override
    public Condition matching(OrganizationId organizationId, FilterLine line) {
        return SUPPORTERS.SOURCE.in(line.values());
    }

    @Override
    public List<Choice> choices(OrganizationId organizationId) {
        return db.select(SUPPORTERS.SOURCE)
                .from(SUPPORTERS)
                .where(SUPPORTERS.ORGANIZATION_ID.eq(organizationId), SUPPORTERS.SOURCE.ne(""))
                .groupBy(SUPPORTERS.SOURCE)
                .orderBy(DSL.count().desc(), SUPPORTERS.SOURCE)
                .limit(200)
                .fetch(row -> new Choice("", row.value1(), row.value1()));
    }
}
