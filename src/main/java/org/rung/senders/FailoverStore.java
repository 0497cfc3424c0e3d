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
     * Paused by a provider's code and not by a person, or of a provider that has been silent for too long, where the
     * other one runs and its provider answers.
     */
    List<Pair> due(Instant now) {
        return db.fetch("""
                        select f.organization_id, first.sender_id, f.sender_id
                        from failovers f
                          join senders second on second.sender_id = f.sender_id
                          join breakers second_breaker on second_breaker.gateway = second.gateway
                          join senders first on first.organization_id = f.organization_id
                          join breakers first_breaker on first_breaker.gateway = first.gateway
                        where first.sender_id <> f.sender_id
                          and first.retired_at is null
                          and second.retired_at is null
                          and second.paused_at is null
                          and second_breaker.state = 'CLOSED'
                          and (first.paused_at is not null and first.pause_reason regexp '^([0-9]{5}|KEY)$'
                            or first_breaker.state = 'OPEN'
                              and timestampadd(minute, f.after_minutes, first_breaker.opened_at) <= ?)
                        """, LocalDateTime.ofInstant(now, ZoneOffset.UTC))
                .map(row -> new Pair(
                        new OrganizationId(row.get(0, Long.class)),
                        new SenderId(row.get(1, Long.class)),
                        new SenderId(row.get(2, Long.class))));
    }
}
