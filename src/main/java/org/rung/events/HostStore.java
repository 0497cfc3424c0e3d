package org.rung.events;

import static org.rung.db.Tables.EVENT_HOSTS;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.rung.actions.ActionId;
import org.rung.common.Id;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Repository;

/** Who hosts what. */
@Repository
class HostStore {
    private final DSLContext db;

    HostStore(DSLContext db) {
        this.db = db;
    }

    /** False when they host it already. */
    boolean add(
            OrganizationId here,
            EventId eventId,
            Optional<MemberId> member,
            Optional<SupporterId> supporter,
            Instant now) {
        return db.insertInto(EVENT_HOSTS)
                        .set(EVENT_HOSTS.EVENT_HOST_ID, new EventHostId(Id.next()))
                        .set(EVENT_HOSTS.EVENT_ID, eventId)
                        .set(EVENT_HOSTS.ORGANIZATION_ID, here)
                        .set(EVENT_HOSTS.HOST_MEMBER_ID, member.orElse(null))
                        .set(EVENT_HOSTS.SUPPORTER_ID, supporter.orElse(null))
                        .set(EVENT_HOSTS.TOKEN, ShortCode.token())
                        .set(EVENT_HOSTS.ADDED_AT, now)
                        .onDuplicateKeyIgnore()
                        .execute()
                == 1;
    }

    void remove(OrganizationId here, EventHostId hostId) {
        db.deleteFrom(EVENT_HOSTS)
                .where(EVENT_HOSTS.ORGANIZATION_ID.eq(here), EVENT_HOSTS.EVENT_HOST_ID.eq(hostId))
                .execute();
    }

    List<Host> of(OrganizationId here, EventId eventId) {
        return db.selectFrom(EVENT_HOSTS)
                .where(EVENT_HOSTS.ORGANIZATION_ID.eq(here), EVENT_HOSTS.EVENT_ID.eq(eventId))
                .orderBy(EVENT_HOSTS.EVENT_HOST_ID)
                .fetch(HostStore::host);
    }

    /** Before anyone knows whose it is: the token names the organization. */
    Optional<Found> byToken(String token) {
        return db.selectFrom(EVENT_HOSTS)
                .where(EVENT_HOSTS.TOKEN.eq(token))
                .fetchOptional(row -> new Found(row.get(EVENT_HOSTS.ORGANIZATION_ID), host(row)));
    }

    record Found(OrganizationId organizationId, Host host) {}

    void hosted(OrganizationId here, EventHostId hostId, int count, Optional<ActionId> action) {
        db.update(EVENT_HOSTS)
                .set(EVENT_HOSTS.HOSTED_COUNT, count)
                .set(EVENT_HOSTS.HOSTED_ACTION_ID, action.orElse(null))
                .where(EVENT_HOSTS.ORGANIZATION_ID.eq(here), EVENT_HOSTS.EVENT_HOST_ID.eq(hostId))
                .execute();
    }

    private static Host host(Record row) {
        return new Host(
                row.get(EVENT_HOSTS.EVENT_HOST_ID),
                row.get(EVENT_HOSTS.EVENT_ID),
                Optional.ofNullable(row.get(EVENT_HOSTS.HOST_MEMBER_ID)),
                Optional.ofNullable(row.get(EVENT_HOSTS.SUPPORTER_ID)),
                row.get(EVENT_HOSTS.TOKEN),
                row.get(EVENT_HOSTS.HOSTED_COUNT),
                Optional.ofNullable(row.get(EVENT_HOSTS.HOSTED_ACTION_ID)));
    }
}
