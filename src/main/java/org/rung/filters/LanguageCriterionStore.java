package org.rung.filters;

import static org.rung.db.Tables.SUPPORTERS;

import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

/** Reads that language, as a tag such as en or es. */
@Repository
class LanguageCriterionStore implements Criterion {
    private final DSLContext db;

    LanguageCriterionStore(DSLContext db) {
        this.db = db;
    }

    @Override
    public String kind() {
        return "language";
    }

    @Override
    public Condition matching(OrganizationId organizationId, FilterLine line) {
        return SUPPORTERS.LANGUAGE.in(PlainLetters.only(line.values()));
    }

    @Override
    public List<Choice> choices(OrganizationId organizationId) {
        var newest = db.select(SUPPORTERS.LANGUAGE)
                .from(SUPPORTERS)
                .where(SUPPORTERS.ORGANIZATION_ID.eq(organizationId))
                .orderBy(SUPPORTERS.SUPPORTER_ID.desc())
                .limit(NEWEST)
                .asTable("newest");
        var value = newest.field(SUPPORTERS.LANGUAGE);
        return db.select(value)
                .from(newest)
                .where(value.ne(""))
                .groupBy(value)
                .orderBy(DSL.count().desc(), value)
                .limit(200)
                .fetch(row -> new Choice("", row.value1(), row.value1()));
    }
}
