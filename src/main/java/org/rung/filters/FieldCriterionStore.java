package org.rung.filters;

import static org.rung.db.Tables.CUSTOM_FIELDS;
import static org.rung.db.Tables.SUPPORTERS;
import static org.rung.db.Tables.SUPPORTER_FIELDS;

import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;
import org.springframework.stereotype.Repository;

/** Has one of these values in a custom field; case and accents do not matter. */
@Repository
class FieldCriterionStore implements Criterion {
    private final DSLContext db;

    FieldCriterionStore(DSLContext db) {
        this.db = db;
    }

    @Override
    public String kind() {
        return "field";
    }

    @Override
    public Condition matching(OrganizationId organizationId, FilterLine line) {
        var key = PlainLetters.all(line.key()) ? line.key() : "";
        var field = db.select(CUSTOM_FIELDS.CUSTOM_FIELD_ID)
                .from(CUSTOM_FIELDS)
                .where(CUSTOM_FIELDS.ORGANIZATION_ID.eq(organizationId), CUSTOM_FIELDS.FIELD_KEY.eq(key))
                .fetchOptional(CUSTOM_FIELDS.CUSTOM_FIELD_ID)
                .orElseThrow(() -> new Problem.Invalid("filter", "problem.filter-field", line.key()));
        return SUPPORTERS.SUPPORTER_ID.in(db.select(SUPPORTER_FIELDS.SUPPORTER_ID)
                .from(SUPPORTER_FIELDS)
                .where(SUPPORTER_FIELDS.CUSTOM_FIELD_ID.eq(field), SUPPORTER_FIELDS.VALUE.in(line.values())));
    }

    @Override
    public List<Choice> choices(OrganizationId organizationId) {
        var value = DSL.field("v", String.class);
        var newest = db.select(SUPPORTERS.SUPPORTER_ID)
                .from(SUPPORTERS)
                .where(SUPPORTERS.ORGANIZATION_ID.eq(organizationId))
                .orderBy(SUPPORTERS.SUPPORTER_ID.desc())
                .limit(NEWEST)
                .asTable("newest");
        var each = db.select(CUSTOM_FIELDS.FIELD_KEY, SUPPORTER_FIELDS.VALUE.as(value))
                .from(newest)
                .join(SUPPORTER_FIELDS)
                .on(SUPPORTER_FIELDS.SUPPORTER_ID.eq(newest.field(SUPPORTERS.SUPPORTER_ID)))
                .join(CUSTOM_FIELDS)
                .on(CUSTOM_FIELDS.CUSTOM_FIELD_ID.eq(SUPPORTER_FIELDS.CUSTOM_FIELD_ID))
                .where(CUSTOM_FIELDS.ORGANIZATION_ID.eq(organizationId))
                .groupBy(CUSTOM_FIELDS.FIELD_KEY, SUPPORTER_FIELDS.VALUE)
                .orderBy(CUSTOM_FIELDS.FIELD_KEY, DSL.count().desc())
                .limit(200);
        return each.fetch(row -> new Choice(row.value1(), row.value2(), row.value2()));
    }
}
