package org.rung.filters;

import static org.rung.db.Tables.SUPPORTERS;
import static org.rung.db.Tables.SUPPORTER_BATCHES;

import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;
import org.springframework.stereotype.Repository;

/** Came in with one of these lists; the value is the list's id as text. */
@Repository
class ImportCriterionStore implements Criterion {
    /** An id that only gives its number its text. */
    record Batch(long value) implements Id {}

    private final DSLContext db;

    ImportCriterionStore(DSLContext db) {
        this.db = db;
    }

    @Override
    public String kind() {
        return "import";
    }

    @Override
    public Condition matching(OrganizationId organizationId, FilterLine line) {
        var batches = line.values().stream()
                .map(id -> Id.parse("filter", id))
                .distinct()
                .toList();
        var there = db.selectDistinct(SUPPORTER_BATCHES.BATCH_ID)
                .from(SUPPORTER_BATCHES)
                .where(SUPPORTER_BATCHES.ORGANIZATION_ID.eq(organizationId), SUPPORTER_BATCHES.BATCH_ID.in(batches))
                .fetch();
        if (there.size() < batches.size()) throw new Problem.Invalid("filter", "problem.filter-import");
        return SUPPORTERS.SUPPORTER_ID.in(db.select(SUPPORTER_BATCHES.SUPPORTER_ID)
                .from(SUPPORTER_BATCHES)
                .where(SUPPORTER_BATCHES.ORGANIZATION_ID.eq(organizationId), SUPPORTER_BATCHES.BATCH_ID.in(batches)));
    }

    /** The latest lists first, each shown by what its people's source says. */
    @Override
    public List<Choice> choices(OrganizationId organizationId) {
        var latest = db.select(
                        SUPPORTER_BATCHES.BATCH_ID,
                        DSL.max(SUPPORTER_BATCHES.SUPPORTER_ID).as("someone"))
                .from(SUPPORTER_BATCHES)
                .where(SUPPORTER_BATCHES.ORGANIZATION_ID.eq(organizationId))
                .groupBy(SUPPORTER_BATCHES.BATCH_ID)
                .orderBy(SUPPORTER_BATCHES.BATCH_ID.desc())
                .limit(200)
                .asTable("latest");
        return db.select(latest.field(SUPPORTER_BATCHES.BATCH_ID), SUPPORTERS.SOURCE)
                .from(latest)
                .join(SUPPORTERS)
                .on(SUPPORTERS.SUPPORTER_ID.eq(latest.field("someone", SUPPORTERS.SUPPORTER_ID.getDataType())))
                .orderBy(1)
                .fetch(row -> {
                    var id = new Batch(row.value1()).text();
                    return new Choice("", id, row.value2().isEmpty() ? id : row.value2());
                })
                .reversed();
    }
}
