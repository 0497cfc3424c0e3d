package org.rung.payments;

import static org.rung.db.Tables.PROVIDER_EVENTS;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

/** What the provider told, each event once. */
@Repository
class TidingStore {
    private final DSLContext db;

    TidingStore(DSLContext db) {
        this.db = db;
    }

    record Waiting(OrganizationId organizationId, String eventId, String type, String subject, int tries) {}

    /** False when it was told before: the provider tells again what it got no answer to. */
    boolean add(OrganizationId here, Told told, Instant now) {
        return db.insertInto(PROVIDER_EVENTS)
                        .set(PROVIDER_EVENTS.ORGANIZATION_ID, here)
                        .set(PROVIDER_EVENTS.TOLD_KEY, told.eventId())
                        .set(PROVIDER_EVENTS.TYPE, told.type())
                        .set(PROVIDER_EVENTS.SUBJECT_ID, told.subject())
                        .set(PROVIDER_EVENTS.TOLD_AT, now)
                        .set(PROVIDER_EVENTS.NEXT_AT, now)
                        .onDuplicateKeyIgnore()
                        .execute()
                == 1;
    }

    List<Waiting> due(Instant now, int most) {
        return db.selectFrom(PROVIDER_EVENTS)
                .where(PROVIDER_EVENTS.NEXT_AT.le(now))
                .orderBy(PROVIDER_EVENTS.NEXT_AT)
                .limit(most)
                .fetch(row -> new Waiting(
                        row.getOrganizationId(), row.getToldKey(), row.getType(), row.getSubjectId(), row.getTries()));
    }

    /** False when another node has it. */
    boolean take(Waiting one, Instant now, Instant again) {
        return db.update(PROVIDER_EVENTS)
                        .set(PROVIDER_EVENTS.NEXT_AT, again)
                        .set(PROVIDER_EVENTS.TRIES, PROVIDER_EVENTS.TRIES.plus(1))
                        .where(
                                PROVIDER_EVENTS.ORGANIZATION_ID.eq(one.organizationId()),
                                PROVIDER_EVENTS.TOLD_KEY.eq(one.eventId()),
                                PROVIDER_EVENTS.NEXT_AT.le(now),
                                PROVIDER_EVENTS.TRIES.eq(one.tries()))
                        .execute()
                == 1;
    }

    /** Done, or given up where it was not handled. */
    void settle(Waiting one, Optional<Instant> handledAt) {
        db.update(PROVIDER_EVENTS)
                .setNull(PROVIDER_EVENTS.NEXT_AT)
                .set(PROVIDER_EVENTS.HANDLED_AT, handledAt.orElse(null))
                .where(
                        PROVIDER_EVENTS.ORGANIZATION_ID.eq(one.organizationId()),
                        PROVIDER_EVENTS.TOLD_KEY.eq(one.eventId()))
                .execute();
    }
}
