package org.rung.asks;

import static org.rung.db.Tables.ACCEPTANCES;
import static org.rung.db.Tables.RUNGS;

import java.time.Instant;
import java.util.Map;
import org.jooq.DSLContext;
import org.rung.asks.Acceptance.Place;
import org.rung.asks.Acceptance.Tally;
import org.rung.common.OrganizationId;
import org.rung.database.Batch;
import org.springframework.stereotype.Repository;

/** How people answered, counted for each rung and kind of ask. */
@Repository
class AcceptanceStore {
    private final DSLContext db;

    AcceptanceStore(DSLContext db) {
        this.db = db;
    }

    Acceptance of(OrganizationId organization) {
        Map<Place, Tally> tallies = db.select(
                        RUNGS.POSITION, ACCEPTANCES.FAMILY, ACCEPTANCES.ASKED, ACCEPTANCES.ACCEPTED)
                .from(ACCEPTANCES)
                .join(RUNGS)
                .on(RUNGS.RUNG_ID.eq(ACCEPTANCES.RUNG_ID))
                .where(ACCEPTANCES.ORGANIZATION_ID.eq(organization), RUNGS.RETIRED_AT.isNull())
                .fetchMap(row -> new Place(row.value1(), row.value2()), row -> new Tally(row.value3(), row.value4()));
        return new Acceptance(tallies);
    }

    /** Of every organization, what was asked since then: two statements however many they are. */
    void count(Instant since, Instant now) {
        db.execute(
                "insert into acceptances (organization_id, rung_id, family, asked, accepted, counted_at)"
                        + " select k.organization_id, k.rung_id, a.family, count(*), sum(k.outcome = 'ACCEPTED'), ?"
                        + " from askings k join asks a on a.ask_id = k.ask_id"
                        + " where k.happened_at >= ? and k.rung_id is not null"
                        + " and k.outcome in ('ACCEPTED', 'DECLINED', 'SILENT')"
                        + " group by k.organization_id, k.rung_id, a.family"
                        + " on duplicate key update asked = values(asked), accepted = values(accepted),"
                        + " counted_at = values(counted_at)",
                Batch.utc(now),
                Batch.utc(since));
        db.deleteFrom(ACCEPTANCES).where(ACCEPTANCES.COUNTED_AT.lt(now)).execute();
    }
}
