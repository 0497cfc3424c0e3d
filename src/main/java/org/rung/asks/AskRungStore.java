package org.rung.asks;

import static org.rung.db.Tables.ASK_RUNGS;
import static org.rung.db.Tables.RUNGS;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.rung.commitments.AskId;
import org.rung.common.OrganizationId;
import org.rung.ladder.RungId;
import org.springframework.stereotype.Repository;

/** On which rungs each ask is. */
@Repository
class AskRungStore {
    private final DSLContext dsl;

    AskRungStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** The rungs in use of each ask, as the ladder counts today. */
    Map<AskId, Set<Integer>> positions(OrganizationId organizationId) {
        Map<AskId, Set<Integer>> positions = new HashMap<>();
        dsl.select(ASK_RUNGS.ASK_ID, RUNGS.POSITION)
                .from(ASK_RUNGS)
                .join(RUNGS)
                .on(RUNGS.RUNG_ID.eq(ASK_RUNGS.RUNG_ID))
                .where(ASK_RUNGS.ORGANIZATION_ID.eq(organizationId), RUNGS.RETIRED_AT.isNull())
                .forEach(row -> positions
                        .computeIfAbsent(row.value1(), id -> new HashSet<>())
                        .add(row.value2().intValue()));
        return positions;
    }

    /** These and no others. */
    void put(OrganizationId organizationId, AskId askId, Set<RungId> rungs) {
        dsl.deleteFrom(ASK_RUNGS)
                .where(ASK_RUNGS.ASK_ID.eq(askId), ASK_RUNGS.ORGANIZATION_ID.eq(organizationId))
                .execute();
        var insert = dsl.insertInto(ASK_RUNGS, ASK_RUNGS.ASK_ID, ASK_RUNGS.RUNG_ID, ASK_RUNGS.ORGANIZATION_ID);
        for (RungId rung : rungs) insert = insert.values(askId, rung, organizationId);
        insert.execute();
    }

    /** Asks that were put on that rung alone are put on the one that it went into. */
    void follow(OrganizationId organizationId, RungId from, RungId into) {
        dsl.execute(
                "insert ignore into ask_rungs (ask_id, rung_id, organization_id)"
                        + " select a.ask_id, ?, a.organization_id from ask_rungs a where a.rung_id = ? and a.organization_id = ?"
                        + " and not exists (select 1 from rungs r where r.retired_at is null and r.rung_id in"
                        + " (select x.rung_id from (select ask_id, rung_id from ask_rungs) x where x.ask_id = a.ask_id))",
                into.value(),
                from.value(),
                organizationId.value());
    }
}
