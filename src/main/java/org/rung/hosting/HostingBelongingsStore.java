package org.rung.hosting;

import static org.rung.db.Tables.HOSTINGS;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.rung.events.EventId;
import org.rung.people.Belongings;
import org.rung.people.Estate;
import org.rung.people.HandedOver;
import org.rung.people.Pair;
import org.rung.people.Union;
import org.springframework.stereotype.Repository;

/** What they want to host. Where both of a pair said so under one umbrella, the kept one's word stays. */
@Repository
class HostingBelongingsStore implements Belongings {
    private static final String KIND = "hosting";
    private static final String OF_BOTH = "hosting-of-both";

    private final DSLContext db;

    HostingBelongingsStore(DSLContext db) {
        this.db = db;
    }

    @Override
    public int order() {
        return 62;
    }

    @Override
    public Set<String> tables() {
        return Set.of("hostings");
    }

    @Override
    public List<HandedOver> handOver(Pair pair, Union union, Instant now) {
        var both = db.select(HOSTINGS.UMBRELLA_EVENT_ID)
                .from(HOSTINGS)
                .where(HOSTINGS.ORGANIZATION_ID.eq(pair.organizationId()))
                .and(HOSTINGS.SUPPORTER_ID.eq(pair.kept()))
                .fetchSet(HOSTINGS.UMBRELLA_EVENT_ID);
        var rows = db.selectFrom(HOSTINGS)
                .where(HOSTINGS.ORGANIZATION_ID.eq(pair.organizationId()))
                .and(HOSTINGS.SUPPORTER_ID.eq(pair.gone()))
                .orderBy(HOSTINGS.HOSTING_ID)
                .fetch();
        db.update(HOSTINGS)
                .set(HOSTINGS.SUPPORTER_ID, pair.kept())
                .where(HOSTINGS.ORGANIZATION_ID.eq(pair.organizationId()))
                .and(HOSTINGS.SUPPORTER_ID.eq(pair.gone()))
                .and(HOSTINGS.UMBRELLA_EVENT_ID.notIn(both))
                .execute();
        return rows.stream()
                .map(row -> both.contains(row.get(HOSTINGS.UMBRELLA_EVENT_ID))
                        ? new HandedOver(
                                OF_BOTH,
                                row.get(HOSTINGS.HOSTING_ID).value(),
                                row.get(HOSTINGS.UMBRELLA_EVENT_ID).value() + " " + row.get(HOSTINGS.TOKEN))
                        : new HandedOver(KIND, row.get(HOSTINGS.HOSTING_ID).value(), ""))
                .toList();
    }

    /** Where both had said so, the other one is asked once more: what they had written is in no one's words any more. */
    @Override
    public void giveBack(Pair pair, Estate estate, Instant now) {
        db.update(HOSTINGS)
                .set(HOSTINGS.SUPPORTER_ID, pair.gone())
                .where(HOSTINGS.ORGANIZATION_ID.eq(pair.organizationId()))
                .and(HOSTINGS.SUPPORTER_ID.eq(pair.kept()))
                .and(HOSTINGS.HOSTING_ID.in(
                        estate.rows(KIND).stream().map(HostingId::new).toList()))
                .execute();
        for (var lost : estate.of(OF_BOTH)) {
            var parts = lost.detail().split(" ");
            db.insertInto(HOSTINGS)
                    .set(HOSTINGS.HOSTING_ID, new HostingId(lost.rowId()))
                    .set(HOSTINGS.ORGANIZATION_ID, pair.organizationId())
                    .set(HOSTINGS.UMBRELLA_EVENT_ID, new EventId(Long.parseLong(parts[0])))
                    .set(HOSTINGS.SUPPORTER_ID, pair.gone())
                    .set(HOSTINGS.STATE, HostingState.ASKED)
                    .set(HOSTINGS.TOKEN, parts[1])
                    .set(HOSTINGS.ASKED_AT, now)
                    .onDuplicateKeyIgnore()
                    .execute();
        }
    }
}
