package org.rung.senders;

import static org.rung.db.Tables.FAILOVERS;
import static org.rung.db.Tables.SENDERS;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

/** Which sender takes over, and for whom it has to now. */
@Repository
class FailoverStore {
    private final DSLContext db;

    FailoverStore(DSLContext db) {
        this.db = db;
    }

    Optional<Failover> get(OrganizationId organizationId) {
        return db.select(FAILOVERS.SENDER_ID, FAILOVERS.AFTER_MINUTES)
                .from(FAILOVERS)
                .join(SENDERS)
                .on(SENDERS.SENDER_ID.eq(FAILOVERS.SENDER_ID))
                .where(FAILOVERS.ORGANIZATION_ID.eq(organizationId))
                .and(SENDERS.RETIRED_AT.isNull())
                .fetchOptional(row -> new Failover(row.value1(), row.value2()));
    }

    void set(OrganizationId organizationId, Failover failover) {
        db.query(
                        "insert into failovers (organization_id, sender_id, after_minutes) values (?, ?, ?)"
                                + " on duplicate key update sender_id = values(sender_id), after_minutes = values(after_minutes)",
                        organizationId.value(),
                        failover.senderId().value(),
                        failover.afterMinutes())
                .execute();
    }

    void remove(OrganizationId organizationId) {
        db.deleteFrom(FAILOVERS)
                .where(FAILOVERS.ORGANIZATION_ID.eq(organizationId))
                .execute();
    }

    /** Who cannot send, and who sends instead. */
    record Pair(OrganizationId organizationId, SenderId from, SenderId to) {}

    /**
     * Paused by a provider's code and not by a person, or of a provider or account that has been silent for too long,
     * where the other one runs and is answered.
     */
    List<Pair> due(Instant now) {
        LocalDateTime at = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        return db.fetch("""
                        select f.organization_id, first.sender_id, f.sender_id
                        from failovers f
                          join senders second on second.sender_id = f.sender_id
                          join senders first on first.organization_id = f.organization_id
                          join breakers first_all on first_all.gateway = first.gateway and first_all.account_sid = ''
                          join breakers second_all on second_all.gateway = second.gateway and second_all.account_sid = ''
                          left join breakers first_own
                            on first_own.gateway = first.gateway and first_own.account_sid = first.account_sid
                          left join breakers second_own
                            on second_own.gateway = second.gateway and second_own.account_sid = second.account_sid
                        where first.sender_id <> f.sender_id
                          and first.retired_at is null
                          and second.retired_at is null
                          and second.paused_at is null
                          and second_all.state <> 'OPEN'
                          and coalesce(second_own.state, 'CLOSED') <> 'OPEN'
                          and (first.paused_at is not null and first.pause_reason regexp '^([0-9]{5}|KEY)$'
                            or first_all.state = 'OPEN'
                              and timestampadd(minute, f.after_minutes, first_all.opened_at) <= ?
                            or first_own.state = 'OPEN'
                              and timestampadd(minute, f.after_minutes, first_own.opened_at) <= ?)
                        """, at, at)
                .map(row -> new Pair(
                        new OrganizationId(row.get(0, Long.class)),
                        new SenderId(row.get(1, Long.class)),
                        new SenderId(row.get(2, Long.class))));
    }
}
