package org.rung.events;

import static org.rung.db.Tables.EVENT_HOSTS;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.rung.people.Belongings;
import org.rung.people.Estate;
import org.rung.people.HandedOver;
import org.rung.people.Pair;
import org.rung.people.Union;
import org.springframework.stereotype.Repository;

/** What they host. Where both of a pair host the same event, one of the two rows goes with the one who goes. */
@Repository
class HostBelongingsStore implements Belongings {
    private static final String KIND = "event-host";
    private static final String OF_BOTH = "event-host-of-both";

    private final DSLContext db;

    HostBelongingsStore(DSLContext db) {
        this.db = db;
    }

    @Override
    public int order() {
        return 61;
    }

    @Override
    public Set<String> tables() {
        return Set.of("event_hosts");
    }

    @Override
    public List<HandedOver> handOver(Pair pair, Union union, Instant now) {
        var both = db.select(EVENT_HOSTS.EVENT_ID)
                .from(EVENT_HOSTS)
                .where(EVENT_HOSTS.ORGANIZATION_ID.eq(pair.organizationId()))
                .and(EVENT_HOSTS.SUPPORTER_ID.eq(pair.kept()))
                .fetchSet(EVENT_HOSTS.EVENT_ID);
        var rows = db.selectFrom(EVENT_HOSTS)
                .where(EVENT_HOSTS.ORGANIZATION_ID.eq(pair.organizationId()))
                .and(EVENT_HOSTS.SUPPORTER_ID.eq(pair.gone()))
                .orderBy(EVENT_HOSTS.EVENT_HOST_ID)
                .fetch();
        db.update(EVENT_HOSTS)
                .set(EVENT_HOSTS.SUPPORTER_ID, pair.kept())
                .where(EVENT_HOSTS.ORGANIZATION_ID.eq(pair.organizationId()))
                .and(EVENT_HOSTS.SUPPORTER_ID.eq(pair.gone()))
                .and(EVENT_HOSTS.EVENT_ID.notIn(both))
                .execute();
        return rows.stream()
                .map(row -> both.contains(row.get(EVENT_HOSTS.EVENT_ID))
                        ? new HandedOver(
                                OF_BOTH,
                                row.get(EVENT_HOSTS.EVENT_HOST_ID).value(),
                                row.get(EVENT_HOSTS.EVENT_ID).value() + " " + row.get(EVENT_HOSTS.TOKEN))
                        : new HandedOver(
                                KIND, row.get(EVENT_HOSTS.EVENT_HOST_ID).value(), ""))
                .toList();
    }

    @Override
    public void giveBack(Pair pair, Estate estate, Instant now) {
        db.update(EVENT_HOSTS)
                .set(EVENT_HOSTS.SUPPORTER_ID, pair.gone())
                .where(EVENT_HOSTS.ORGANIZATION_ID.eq(pair.organizationId()))
                .and(EVENT_HOSTS.SUPPORTER_ID.eq(pair.kept()))
                .and(EVENT_HOSTS.EVENT_HOST_ID.in(
                        estate.rows(KIND).stream().map(EventHostId::new).toList()))
                .execute();
        for (var lost : estate.of(OF_BOTH)) {
            var parts = lost.detail().split(" ");
            db.insertInto(EVENT_HOSTS)
                    .set(EVENT_HOSTS.EVENT_HOST_ID, new EventHostId(lost.rowId()))
                    .set(EVENT_HOSTS.EVENT_ID, new EventId(Long.parseLong(parts[0])))
                    .set(EVENT_HOSTS.ORGANIZATION_ID, pair.organizationId())
                    .set(EVENT_HOSTS.SUPPORTER_ID, pair.gone())
                    .set(EVENT_HOSTS.TOKEN, parts[1])
                    .set(EVENT_HOSTS.ADDED_AT, now)
                    .onDuplicateKeyIgnore()
                    .execute();
        }
    }
}
