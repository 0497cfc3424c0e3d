package org.rung.ladder;

import static org.rung.db.Tables.LOCKS;
import static org.rung.db.Tables.STANDINGS;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Repository;

/** Who is held on their rung, and was. */
@Repository
class LockStore {
    private final DSLContext dsl;

    LockStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** A time in which someone was held; still is when it has no end. */
    record Held(long lockId, LadderId ladderId, SupporterId supporterId, Instant from, Optional<Instant> until) {}

    List<Held> of(OrganizationId organizationId, Collection<SupporterId> supporters) {
        return dsl.select(LOCKS.LOCK_ID, LOCKS.LADDER_ID, LOCKS.SUPPORTER_ID, LOCKS.LOCKED_AT, LOCKS.UNLOCKED_AT)
                .from(LOCKS)
                .where(LOCKS.SUPPORTER_ID.in(supporters), LOCKS.ORGANIZATION_ID.eq(organizationId))
                .fetch(row -> new Held(
                        row.get(LOCKS.LOCK_ID),
                        row.get(LOCKS.LADDER_ID),
                        row.get(LOCKS.SUPPORTER_ID),
                        row.get(LOCKS.LOCKED_AT),
                        Optional.ofNullable(row.get(LOCKS.UNLOCKED_AT))));
    }

    /** False when they are held already; their row is held by the caller. */
    boolean lock(
            Actor actor,
            LadderId ladderId,
            SupporterId supporterId,
            String reason,
            Optional<Instant> until,
            Instant now) {
        int locked = dsl.update(STANDINGS)
                .set(STANDINGS.LOCKED_AT, now)
                .set(STANDINGS.LOCK_REASON, reason)
                .set(STANDINGS.LOCKED_UNTIL_AT, until.orElse(null))
                .where(
                        STANDINGS.LADDER_ID.eq(ladderId),
                        STANDINGS.SUPPORTER_ID.eq(supporterId),
                        STANDINGS.ORGANIZATION_ID.eq(actor.organization()),
                        STANDINGS.LOCKED_AT.isNull())
                .execute();
        if (locked == 1) {
            dsl.insertInto(LOCKS)
                    .columns(
                            LOCKS.LOCK_ID,
                            LOCKS.ORGANIZATION_ID,
                            LOCKS.LADDER_ID,
                            LOCKS.SUPPORTER_ID,
                            LOCKS.MEMBER_ID,
                            LOCKS.REASON,
                            LOCKS.LOCKED_AT,
                            LOCKS.UNLOCKED_AT)
                    .values(
                            Id.next(),
                            actor.organization(),
                            ladderId,
                            supporterId,
                            actor.member().orElse(null),
                            reason,
                            now,
                            until.orElse(null))
                    .execute();
        }
        return locked == 1;
    }

    void unlock(OrganizationId organizationId, LadderId ladderId, SupporterId supporterId, Instant now) {
        dsl.update(STANDINGS)
                .setNull(STANDINGS.LOCKED_AT)
                .setNull(STANDINGS.LOCK_REASON)
                .setNull(STANDINGS.LOCKED_UNTIL_AT)
                .where(
                        STANDINGS.LADDER_ID.eq(ladderId),
                        STANDINGS.SUPPORTER_ID.eq(supporterId),
                        STANDINGS.ORGANIZATION_ID.eq(organizationId))
                .execute();
        dsl.update(LOCKS)
                .set(LOCKS.UNLOCKED_AT, now)
                .where(
                        LOCKS.SUPPORTER_ID.eq(supporterId),
                        LOCKS.LADDER_ID.eq(ladderId),
                        LOCKS.ORGANIZATION_ID.eq(organizationId),
                        LOCKS.UNLOCKED_AT.isNull().or(LOCKS.UNLOCKED_AT.gt(now)))
                .execute();
    }

    /** Those whose lock has ended by itself, of every organization. */
    List<StandingStore.Due> ending(Instant now, int limit) {
        return dsl.select(STANDINGS.ORGANIZATION_ID, STANDINGS.SUPPORTER_ID)
                .from(STANDINGS)
                .where(STANDINGS.LOCKED_UNTIL_AT.le(now))
                .orderBy(STANDINGS.LOCKED_UNTIL_AT)
                .limit(limit)
                .fetch(row -> new StandingStore.Due(row.value1(), row.value2()));
    }

    /** Their standings say no more that they are held; the time in which they were is in the history. */
    void ended(OrganizationId organizationId, Collection<SupporterId> people, Instant now) {
        dsl.update(STANDINGS)
                .setNull(STANDINGS.LOCKED_AT)
                .setNull(STANDINGS.LOCK_REASON)
                .setNull(STANDINGS.LOCKED_UNTIL_AT)
                .where(
                        STANDINGS.SUPPORTER_ID.in(people),
                        STANDINGS.ORGANIZATION_ID.eq(organizationId),
                        STANDINGS.LOCKED_UNTIL_AT.le(now))
                .execute();
    }
}
