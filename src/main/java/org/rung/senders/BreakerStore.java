package org.rung.senders;

import static org.jooq.impl.DSL.noCondition;
import static org.rung.db.Tables.BREAKERS;
import static org.rung.db.Tables.SENDERS;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

/**
 * One row a provider, and one for each of its accounts that was ever silent; every change is a compare-and-set, so that of
 * many servers one makes it.
 */
@Repository
class BreakerStore {
    private final DSLContext db;

    BreakerStore(DSLContext db) {
        this.db = db;
    }

    /** Those that are not closed: few, whatever the number of tenants. */
    Map<ProviderAccount, Breaker> troubled() {
        return db.selectFrom(BREAKERS).where(BREAKERS.STATE.in(BreakerState.OPEN, BreakerState.RAMP)).fetch().stream()
                .map(BreakerStore::breaker)
                .collect(Collectors.toMap(Breaker::whose, Function.identity()));
    }

    Breaker get(ProviderAccount whose) {
        return db.selectFrom(BREAKERS)
                .where(of(whose))
                .fetchOptional(BreakerStore::breaker)
                .orElseGet(() -> Breaker.closed(whose));
    }

    Optional<ProviderAccount> accountOf(SenderId senderId) {
        return db.select(SENDERS.GATEWAY, SENDERS.ACCOUNT_SID)
                .from(SENDERS)
                .where(SENDERS.SENDER_ID.eq(senderId))
                .fetchOptional(row -> new ProviderAccount(row.value1(), row.value2()));
    }

    /** Of the providers and accounts that this organization sends by; mere caution is no trouble. */
    List<Breaker> troubles(OrganizationId organizationId) {
        return db.selectDistinct(BREAKERS.fields())
                .from(BREAKERS)
                .join(SENDERS)
                .on(SENDERS.GATEWAY.eq(BREAKERS.GATEWAY))
                .and(BREAKERS.ACCOUNT_SID.eq("").or(BREAKERS.ACCOUNT_SID.eq(SENDERS.ACCOUNT_SID)))
                .where(SENDERS.ORGANIZATION_ID.eq(organizationId))
                .and(SENDERS.RETIRED_AT.isNull())
                .and(BREAKERS.STATE.in(BreakerState.OPEN, BreakerState.RAMP))
                .and(BREAKERS.OPENED_AT.isNotNull())
                .orderBy(BREAKERS.GATEWAY, BREAKERS.ACCOUNT_SID)
                .fetch(BreakerStore::breaker);
    }

    List<OrganizationId> organizations(ProviderAccount whose) {
        return db.selectDistinct(SENDERS.ORGANIZATION_ID)
                .from(SENDERS)
                .where(SENDERS.GATEWAY.eq(whose.gateway()))
                .and(whose.all() ? noCondition() : SENDERS.ACCOUNT_SID.eq(whose.sid()))
                .and(SENDERS.RETIRED_AT.isNull())
                .fetch(SENDERS.ORGANIZATION_ID);
    }

    /** @param since when the silence began: out of a ramp the outage is still the same */
    boolean open(Breaker before, Instant since, Instant probe) {
        begin(before);
        return db.update(BREAKERS)
                        .set(BREAKERS.STATE, BreakerState.OPEN)
                        .set(BREAKERS.OPENED_AT, since)
                        .set(BREAKERS.PROBE_AT, probe)
                        .set(BREAKERS.PROBES, 0)
                        .where(in(before.whose(), before.state()))
                        .execute()
                == 1;
    }

    /** Slowly at first, without any trouble of its own so far. */
    void careful(Breaker before, Instant now) {
        begin(before);
        db.update(BREAKERS)
                .set(BREAKERS.STATE, BreakerState.RAMP)
                .setNull(BREAKERS.OPENED_AT)
                .set(BREAKERS.RAMP_FROM_AT, now)
                .set(BREAKERS.RAMP_TAKEN, 0L)
                .where(in(before.whose(), BreakerState.CLOSED))
                .execute();
    }

    private void begin(Breaker before) {
        if (before.state() == BreakerState.CLOSED) {
            // Most accounts never need a row.
            db.execute(
                    "insert ignore into breakers (gateway, account_sid, state) values (?, ?, 'CLOSED')",
                    before.whose().gateway().name(),
                    before.whose().sid());
        }
    }

    boolean takeProbe(Breaker breaker, Instant next) {
        return db.update(BREAKERS)
                        .set(BREAKERS.PROBE_AT, next)
                        .set(BREAKERS.PROBES, BREAKERS.PROBES.plus(1))
                        .where(in(breaker.whose(), BreakerState.OPEN))
                        .and(BREAKERS.PROBES.eq(breaker.probes()))
                        .execute()
                == 1;
    }

    /** Only once a probe was taken: what was handed over before the silence may be answered late and proves nothing. */
    boolean ramp(ProviderAccount whose, Instant now) {
        return db.update(BREAKERS)
                        .set(BREAKERS.STATE, BreakerState.RAMP)
                        .setNull(BREAKERS.PROBE_AT)
                        .set(BREAKERS.RAMP_FROM_AT, now)
                        .set(BREAKERS.RAMP_TAKEN, 0L)
                        .where(in(whose, BreakerState.OPEN))
                        .and(BREAKERS.PROBES.gt(0))
                        .execute()
                == 1;
    }

    boolean takeOfRamp(Breaker breaker, int count) {
        return db.update(BREAKERS)
                        .set(BREAKERS.RAMP_TAKEN, BREAKERS.RAMP_TAKEN.plus(count))
                        .where(in(breaker.whose(), BreakerState.RAMP))
                        .and(BREAKERS.RAMP_TAKEN.eq(breaker.rampTaken()))
                        .execute()
                == 1;
    }

    void giveBackProbe(ProviderAccount whose, Instant now) {
        db.update(BREAKERS)
                .set(BREAKERS.PROBE_AT, now)
                .set(BREAKERS.PROBES, BREAKERS.PROBES.minus(1))
                .where(in(whose, BreakerState.OPEN))
                .and(BREAKERS.PROBES.gt(0))
                .execute();
    }

    void giveBack(ProviderAccount whose, int count) {
        db.update(BREAKERS)
                .set(BREAKERS.RAMP_TAKEN, BREAKERS.RAMP_TAKEN.minus(count))
                .where(in(whose, BreakerState.RAMP))
                .execute();
    }

    boolean close(ProviderAccount whose) {
        return closed(in(whose, BreakerState.RAMP)) == 1;
    }

    /** What held for single accounts holds for all of them now. */
    void closeAccounts(Gateway gateway) {
        closed(BREAKERS.GATEWAY
                .eq(gateway)
                .and(BREAKERS.ACCOUNT_SID.ne(""))
                .and(BREAKERS.STATE.ne(BreakerState.CLOSED)));
    }

    private int closed(Condition which) {
        return db.update(BREAKERS)
                .set(BREAKERS.STATE, BreakerState.CLOSED)
                .setNull(BREAKERS.OPENED_AT)
                .setNull(BREAKERS.PROBE_AT)
                .setNull(BREAKERS.RAMP_FROM_AT)
                .where(which)
                .execute();
    }

    private static Condition in(ProviderAccount whose, BreakerState state) {
        return of(whose).and(BREAKERS.STATE.eq(state));
    }

    private static Condition of(ProviderAccount whose) {
        return BREAKERS.GATEWAY.eq(whose.gateway()).and(BREAKERS.ACCOUNT_SID.eq(whose.sid()));
    }

    private static Breaker breaker(Record row) {
        return new Breaker(
                new ProviderAccount(row.get(BREAKERS.GATEWAY), row.get(BREAKERS.ACCOUNT_SID)),
                row.get(BREAKERS.STATE),
                Optional.ofNullable(row.get(BREAKERS.OPENED_AT)),
                Optional.ofNullable(row.get(BREAKERS.PROBE_AT)),
                row.get(BREAKERS.PROBES),
                Optional.ofNullable(row.get(BREAKERS.RAMP_FROM_AT)),
                row.get(BREAKERS.RAMP_TAKEN));
    }
}
