package org.rung.filters;

import static org.rung.db.Tables.SUPPORTERS;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.rung.common.OrganizationId;
import org.rung.places.Areas;
import org.rung.places.SpotRun;
import org.springframework.stereotype.Repository;

/** Lives in one of these areas, by their own coordinates or else by their postal code; of whom neither is known, nowhere. */
@Repository
class AreaCriterionStore implements Criterion {
    private final DSLContext db;
    private final org.rung.db.tables.Supporters living = SUPPORTERS.as("living");

    AreaCriterionStore(DSLContext db) {
        this.db = db;
    }

    @Override
    public String kind() {
        return "area";
    }

    @Override
    public Condition matching(OrganizationId organizationId, FilterLine line) {
        var runs = new ArrayList<SpotRun>();
        for (var value : line.values()) runs.addAll(Areas.read(value).runs());
        return SUPPORTERS.SUPPORTER_ID.in(db.select(living.SUPPORTER_ID)
                .from(living)
                .where(living.ORGANIZATION_ID.eq(organizationId))
                .and(within(living.SPOT, runs)));
    }

    /** Written out: as values to bind they would be a thousand. */
    static Condition within(org.jooq.Field<Long> spot, List<SpotRun> runs) {
        return runs.isEmpty()
                ? DSL.falseCondition()
                : DSL.or(runs.stream()
                        .map(run -> (Condition) spot.between(DSL.inline(run.first()), DSL.inline(run.last())))
                        .toList());
    }

    @Override
    public List<Choice> choices(OrganizationId organizationId) {
        return List.of();
    }
}
