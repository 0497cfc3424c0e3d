package org.rung.senders;

import static org.rung.db.Tables.BREAKERS;
import static org.rung.db.Tables.SENDERS;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

/** One row a provider; every change is a compare-and-set, so that of many servers one makes it. */
@Repository
class BreakerStore {
    private final DSLContext db;

    BreakerStore(DSLContext db) {
        this.db = db;
    }

    Breaker get(Gateway gateway) {
        return db.selectFrom(BREAKERS).where(BREAKERS.GATEWAY.eq(gateway)).fetchSingle(BreakerStore::breaker);
    }

    Optional<Gateway> gatewayOf(SenderId senderId) {
        return db.select(SENDERS.GATEWAY)
                .from(SENDERS)
                .where(SENDERS.SENDER_ID.eq(senderId))
                .fetchOptional(SENDERS.GATEWAY);
    }

    /** The providers of this organization that do not answer, or only just do again. */
    List<Breaker> troubles(OrganizationId organizationId) {
        return db.selectDistinct(BREAKERS.fields())
                .from(BREAKERS)
                .join(SENDERS)
                .on(SENDERS.GATEWAY.eq(BREAKERS.GATEWAY))
                .where(SENDERS.ORGANIZATION_ID.eq(organizationId))
                .and(SENDERS.RETIRED_AT.isNull())
                .and(BREAKERS.STATE.ne(BreakerState.CLOSED))
                .fetch(BreakerStore::breaker);
    }

    List<OrganizationId> organizations(Gateway gateway) {
        return db.selectDistinct(SENDERS.ORGANIZATION_ID)
                .from(SENDERS)
                .where(SENDERS.GATEWAY.eq(gateway))
                .and(SENDERS.RETIRED_AT.isNull())
                .fetch(SENDERS.ORGANIZATION_ID);
    }

    /** When it opens again out of a ramp, the outage is still the same. */
    boolean open(Breaker before, Instant now, Instant probe) {
        return db.update(BREAKERS)
                        .set(BREAKERS.STATE, BreakerState.OPEN)
                        .set(BREAKERS.OPENED_AT, before.openedAt().orElse(now))
                        .set(BREAKERS.PROBE_AT, probe)
                        .set(BREAKERS.PROBES, 0)
                        .where(in(before.gateway(), before.state()))
                        .execute()
                == 1;
    }

    boolean takeProbe(Breaker breaker, Instant next) {
        return db.update(BREAKERS)
                        .set(BREAKERS.PROBE_AT, next)
                        .set(BREAKERS.PROBES, BREAKERS.PROBES.plus(1))
                        .where(in(breaker.gateway(), BreakerState.OPEN))
                        .and(BREAKERS.PROBES.eq(breaker.probes()))
                        .execute()
                == 1;
    }

    boolean ramp(Gateway gateway, Instant now) {
        return db.update(BREAKERS)
                        .set(BREAKERS.STATE, BreakerState.RAMP)
                        .setNull(BREAKERS.PROBE_AT)
                        .set(BREAKERS.RAMP_FROM_AT, now)
                        .set(BREAKERS.RAMP_TAKEN, 0L)
                        .where(in(gateway, BreakerState.OPEN))
                        .execute()
                == 1;
    }

    boolean takeOfRamp(Breaker breaker, int count) {
        return db.update(BREAKERS)
                        .set(BREAKERS.RAMP_TAKEN, BREAKERS.RAMP_TAKEN.plus(count))
                        .where(in(breaker.gateway(), BreakerState.RAMP))
                        .and(BREAKERS.RAMP_TAKEN.eq(breaker.rampTaken()))
                        .execute()
                == 1;
    }

    void giveBackProbe(Gateway gateway, Instant now) {
        db.update(BREAKERS)
                .set(BREAKERS.PROBE_AT, now)
                .set(BREAKERS.PROBES, BREAKERS.PROBES.minus(1))
                .where(in(gateway, BreakerState.OPEN))
                .execute();
    }

    void giveBack(Gateway gateway, int count) {
        db.update(BREAKERS)
                .set(BREAKERS.RAMP_TAKEN, BREAKERS.RAMP_TAKEN.minus(count))
                .where(in(gateway, BreakerState.RAMP))
                .execute();
    }

    boolean close(Gateway gateway) {
        return db.update(BREAKERS)
                        .set(BREAKERS.STATE, BreakerState.CLOSED)
                        .setNull(BREAKERS.OPENED_AT)
                        .setNull(BREAKERS.RAMP_FROM_AT)
                        .where(in(gateway, BreakerState.RAMP))
                        .execute()
                == 1;
    }

    private static Condition in(Gateway gateway, BreakerState state) {
        return BREAKERS.GATEWAY.eq(gateway).and(BREAKERS.STATE.eq(state));
    }

    private static Breaker breaker(Record row) {
        return new Breaker(
                row.get(BREAKERS.GATEWAY),
                row.get(BREAKERS.STATE),
                Optional.ofNullable(row.get(BREAKERS.OPENED_AT)),
                Optional.ofNullable(row.get(BREAKERS.PROBE_AT)),
                row.get(BREAKERS.PROBES),
                Optional.ofNullable(row.get(BREAKERS.RAMP_FROM_AT)),
                row.get(BREAKERS.RAMP_TAKEN));
    }
}
