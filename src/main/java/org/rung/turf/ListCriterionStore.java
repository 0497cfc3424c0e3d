package org.rung.turf;

import static org.rung.db.Tables.SUPPORTERS;
import static org.rung.db.Tables.TURFS;
import static org.rung.db.Tables.TURF_SUPPORTERS;

import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;
import org.rung.filters.Criterion;
import org.rung.filters.FilterLine;
import org.springframework.stereotype.Repository;

/** Is on one of these frozen lists. Saved filters are not offered: a filter that names itself would never end. */
@Repository
class ListCriterionStore implements Criterion {
    private final DSLContext db;

    ListCriterionStore(DSLContext db) {
        this.db = db;
    }

    @Override
    public String kind() {
        return "list";
    }

    @Override
    public Condition matching(OrganizationId organizationId, FilterLine line) {
        var lists = line.values().stream()
                .map(id -> new TurfId(Id.parse("filter", id)))
                .distinct()
                .toList();
        var there = db.fetchCount(
                TURFS,
                TURFS.ORGANIZATION_ID
                        .eq(organizationId)
                        .and(TURFS.TURF_ID.in(lists))
                        .and(TURFS.KIND.eq(TurfKind.LIST)));
        if (there < lists.size()) {
            throw new Problem.Invalid("filter", "problem.filter-list");
        }
        return SUPPORTERS.SUPPORTER_ID.in(db.select(TURF_SUPPORTERS.SUPPORTER_ID)
                .from(TURF_SUPPORTERS)
                .where(TURF_SUPPORTERS.ORGANIZATION_ID.eq(organizationId), TURF_SUPPORTERS.TURF_ID.in(lists)));
    }

    @Override
    public List<Choice> choices(OrganizationId organizationId) {
        return db.select(TURFS.TURF_ID, TURFS.NAME)
                .from(TURFS)
                .where(
                        TURFS.ORGANIZATION_ID.eq(organizationId),
                        TURFS.KIND.eq(TurfKind.LIST),
                        TURFS.RETIRED_AT.isNull())
                .orderBy(TURFS.NAME)
                .limit(200)
                .fetch(row -> new Choice("", row.value1().text(), row.value2()));
    }
}
