package org.rung.filters;

import static org.rung.db.Tables.SUPPORTERS;
import static org.rung.db.Tables.SUPPORTER_TAGS;
import static org.rung.db.Tables.TAGS;

import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;
import org.rung.people.FoldedName;
import org.springframework.stereotype.Repository;

/** Carries one of these tags, named as people name them. */
@Repository
class TagCriterionStore implements Criterion {
    private final DSLContext db;

    TagCriterionStore(DSLContext db) {
        this.db = db;
    }

    @Override
    public String kind() {
        return "tag";
    }

    @Override
    public Condition matching(OrganizationId organizationId, FilterLine line) {
        var tags = db.select(TAGS.TAG_ID, TAGS.NAME)
                .from(TAGS)
                .where(TAGS.ORGANIZATION_ID.eq(organizationId), TAGS.NAME.in(line.values()))
                .fetchMap(TAGS.TAG_ID, row -> new FoldedName(row.value2()));
        // A tag may be gone since the filter was saved: the line would then say something else than its author meant.
        for (var name : line.values()) {
            if (!tags.containsValue(new FoldedName(name))) {
                throw new Problem.Invalid("filter", "problem.filter-tag", name);
            }
        }
        return SUPPORTERS.SUPPORTER_ID.in(db.select(SUPPORTER_TAGS.SUPPORTER_ID)
                .from(SUPPORTER_TAGS)
                .where(SUPPORTER_TAGS.TAG_ID.in(tags.keySet())));
    }

    @Override
    public List<Choice> choices(OrganizationId organizationId) {
        return db.select(TAGS.NAME)
                .from(TAGS)
                .where(TAGS.ORGANIZATION_ID.eq(organizationId))
                .orderBy(TAGS.NAME)
                .limit(200)
                .fetch(row -> new Choice("", row.value1(), row.value1()));
    }
}
