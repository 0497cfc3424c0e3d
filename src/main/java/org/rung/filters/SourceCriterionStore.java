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
        var newest = db.select(SUPPORTERS.SOURCE)
                .from(SUPPORTERS)
                .where(SUPPORTERS.ORGANIZATION_ID.eq(organizationId))
                .orderBy(SUPPORTERS.SUPPORTER_ID.desc())
                .limit(NEWEST)
                .asTable("newest");
        var value = newest.field(SUPPORTERS.SOURCE);
        return db.select(value)
                .from(newest)
                .where(value.ne(""))
                .groupBy(value)
                .orderBy(DSL.count().desc(), value)
                .limit(200)
                .fetch(row -> new Choice("", row.value1(), row.value1()));
    }
}
