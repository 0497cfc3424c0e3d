package org.rung.rsvps;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.selectOne;
import static org.rung.db.Tables.EVENTS;
import static org.rung.db.Tables.RSVPS;
import static org.rung.db.Tables.SHIFTS;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.rung.common.OrganizationId;
import org.rung.events.EventId;
import org.rung.events.EventState;
import org.rung.events.Locality;
import org.springframework.stereotype.Repository;

/** What is held under an umbrella, all of it in one walk along its index; never the addresses. */
@Repository
class GatheringStore {
    private final DSLContext db;

    GatheringStore(DSLContext db) {
        this.db = db;
    }

    /** Those that were published and not called off, the earliest first; at most so many. */
    List<Gathering> under(OrganizationId here, String country, EventId umbrella, Instant now, int most) {
        var signedUp = field(selectCount()
                .from(RSVPS)
                .where(RSVPS.EVENT_ID.eq(EVENTS.EVENT_ID), RSVPS.STATE.in(RsvpState.SIGNED_UP)));
        var seated = field(
                selectCount().from(RSVPS).where(RSVPS.SHIFT_ID.eq(SHIFTS.SHIFT_ID), RSVPS.STATE.in(RsvpState.SEATED)));
        var room = field(exists(selectOne()
                .from(SHIFTS)
                .where(SHIFTS.EVENT_ID.eq(EVENTS.EVENT_ID), SHIFTS.CANCELLED_AT.isNull(), SHIFTS.ENDS_AT.gt(now))
                .and(SHIFTS.CAPACITY.isNull().or(SHIFTS.CAPACITY.gt(seated)))));
        return db.select(
                        EVENTS.EVENT_ID,
                        EVENTS.TOWN,
                        EVENTS.POSTAL_CODE,
                        EVENTS.STARTS_AT,
                        EVENTS.ENDS_AT,
                        EVENTS.STATE,
                        room,
                        signedUp)
                .from(EVENTS)
                .where(
                        EVENTS.ORGANIZATION_ID.eq(here),
                        EVENTS.UMBRELLA_EVENT_ID.eq(umbrella),
                        EVENTS.STATE.in(EventState.PUBLISHED, EventState.OVER))
                .orderBy(EVENTS.STARTS_AT, EVENTS.EVENT_ID)
                .limit(most)
                .fetch(row -> {
                    boolean toCome = row.get(EVENTS.STATE) == EventState.PUBLISHED
                            && row.get(EVENTS.ENDS_AT).isAfter(now);
                    return new Gathering(
                            row.get(EVENTS.EVENT_ID),
                            country,
                            new Locality(row.get(EVENTS.TOWN), row.get(EVENTS.POSTAL_CODE)),
                            Optional.ofNullable(row.get(EVENTS.STARTS_AT)),
                            row.get(EVENTS.ENDS_AT),
                            toCome,
                            toCome && row.get(room),
                            row.get(signedUp));
                });
    }
}
