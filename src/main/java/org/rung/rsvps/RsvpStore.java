package org.rung.rsvps;

import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;
import static org.rung.db.Tables.EVENTS;
import static org.rung.db.Tables.RSVPS;
import static org.rung.db.Tables.SHIFTS;
import static org.rung.db.Tables.SUPPORTERS;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.rung.actions.ActionId;
import org.rung.commitments.CommitmentId;
import org.rung.common.OrganizationId;
import org.rung.events.EventId;
import org.rung.events.EventState;
import org.rung.events.ShiftId;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Repository;

/** Who said what about which shift. */
@Repository
class RsvpStore {
    private final DSLContext db;

    RsvpStore(DSLContext db) {
        this.db = db;
    }

    /** The shift is locked by the caller, so that nobody else adds the same person. */
    void add(Rsvp rsvp, Optional<Instant> waitingSince) {
        db.insertInto(RSVPS)
                .set(RSVPS.RSVP_ID, rsvp.rsvpId())
                .set(RSVPS.ORGANIZATION_ID, rsvp.organizationId())
                .set(RSVPS.EVENT_ID, rsvp.eventId())
                .set(RSVPS.SHIFT_ID, rsvp.shiftId())
                .set(RSVPS.SUPPORTER_ID, rsvp.supporterId())
                .set(RSVPS.STATE, rsvp.state())
                .set(RSVPS.SOURCE, rsvp.source())
                .set(RSVPS.PHONE, rsvp.phone().orElse(null))
                .set(RSVPS.TEXTS, rsvp.texts())
                .set(RSVPS.TOKEN, rsvp.token())
                .set(RSVPS.COMMITMENT_ID, rsvp.commitment().orElse(null))
                .set(RSVPS.SAID_AT, rsvp.saidAt())
                .set(RSVPS.WAITING_SINCE_AT, waitingSince.orElse(null))
                .set(RSVPS.CREATED_AT, rsvp.saidAt())
                .execute();
    }

    void say(Rsvp rsvp, Optional<Instant> waitingSince) {
        db.update(RSVPS)
                .set(RSVPS.STATE, rsvp.state())
                .set(RSVPS.PHONE, rsvp.phone().orElse(null))
                .set(RSVPS.TEXTS, rsvp.texts())
                .set(RSVPS.COMMITMENT_ID, rsvp.commitment().orElse(null))
                .set(RSVPS.SAID_AT, rsvp.saidAt())
                .set(RSVPS.WAITING_SINCE_AT, waitingSince.orElse(null))
                .where(RSVPS.ORGANIZATION_ID.eq(rsvp.organizationId()), RSVPS.RSVP_ID.eq(rsvp.rsvpId()))
                .execute();
    }

    Optional<Rsvp> of(ShiftId shiftId, SupporterId supporterId) {
        return db.selectFrom(RSVPS)
                .where(RSVPS.SHIFT_ID.eq(shiftId), RSVPS.SUPPORTER_ID.eq(supporterId))
                .fetchOptional(RsvpStore::rsvp);
    }

    Optional<Rsvp> find(OrganizationId here, RsvpId rsvpId) {
        return db.selectFrom(RSVPS)
                .where(RSVPS.ORGANIZATION_ID.eq(here), RSVPS.RSVP_ID.eq(rsvpId))
                .fetchOptional(RsvpStore::rsvp);
    }

    Optional<Rsvp> byToken(String token) {
        return db.selectFrom(RSVPS).where(RSVPS.TOKEN.eq(token)).fetchOptional(RsvpStore::rsvp);
    }

    int seated(ShiftId shiftId) {
        return db.fetchCount(RSVPS, RSVPS.SHIFT_ID.eq(shiftId), RSVPS.STATE.in(RsvpState.SEATED));
    }

    /** Whoever waits longest. */
    List<Rsvp> waiting(ShiftId shiftId, int most) {
        return db.selectFrom(RSVPS)
                .where(RSVPS.SHIFT_ID.eq(shiftId), RSVPS.STATE.eq(RsvpState.WAITING))
                .orderBy(RSVPS.WAITING_SINCE_AT, RSVPS.RSVP_ID)
                .limit(most)
                .fetch(RsvpStore::rsvp);
    }

    void promote(OrganizationId here, RsvpId rsvpId, CommitmentId commitment, Instant now) {
        db.update(RSVPS)
                .set(RSVPS.STATE, RsvpState.COMING)
                .set(RSVPS.COMMITMENT_ID, commitment)
                .set(RSVPS.PROMOTED_AT, now)
                .setNull(RSVPS.WAITING_SINCE_AT)
                .where(RSVPS.ORGANIZATION_ID.eq(here), RSVPS.RSVP_ID.eq(rsvpId))
                .execute();
    }

    void attended(OrganizationId here, RsvpId rsvpId, ActionId action, Instant at) {
        db.update(RSVPS)
                .set(RSVPS.STATE, RsvpState.ATTENDED)
                .set(RSVPS.ATTENDED_ACTION_ID, action)
                .set(RSVPS.CHECKED_IN_AT, at)
                .set(RSVPS.CHECK_INS, RSVPS.CHECK_INS.plus(1))
                .setNull(RSVPS.WAITING_SINCE_AT)
                .where(RSVPS.ORGANIZATION_ID.eq(here), RSVPS.RSVP_ID.eq(rsvpId))
                .execute();
    }

    void notThere(OrganizationId here, RsvpId rsvpId) {
        db.update(RSVPS)
                .set(RSVPS.STATE, RsvpState.COMING)
                .setNull(RSVPS.ATTENDED_ACTION_ID)
                .setNull(RSVPS.CHECKED_IN_AT)
                .where(RSVPS.ORGANIZATION_ID.eq(here), RSVPS.RSVP_ID.eq(rsvpId))
                .execute();
    }

    Map<ShiftId, ShiftCount> countByShift(OrganizationId here, Collection<ShiftId> shifts) {
        return counts(RSVPS.SHIFT_ID, RSVPS.ORGANIZATION_ID.eq(here).and(RSVPS.SHIFT_ID.in(shifts)));
    }

    Map<EventId, ShiftCount> countByEvent(OrganizationId here, Collection<EventId> events) {
        return counts(RSVPS.EVENT_ID, RSVPS.ORGANIZATION_ID.eq(here).and(RSVPS.EVENT_ID.in(events)));
    }

    private <K> Map<K, ShiftCount> counts(TableField<?, K> by, Condition which) {
        Map<K, Map<RsvpState, Integer>> found = new HashMap<>();
        db.select(by, RSVPS.STATE, count())
                .from(RSVPS)
                .where(which)
                .groupBy(by, RSVPS.STATE)
                .forEach(row -> found.computeIfAbsent(row.value1(), key -> new EnumMap<>(RsvpState.class))
                        .put(row.value2(), row.value3()));
        Map<K, ShiftCount> counts = new HashMap<>();
        found.forEach((key, states) -> counts.put(key, new ShiftCount(states)));
        return counts;
    }

    /** By name; all of an event, or those of one shift, in these states, whose name begins or number ends so. */
    List<RsvpRow> page(OrganizationId here, EventId eventId, RsvpFilter filter, Optional<RsvpRow> after, int most) {
        var name = concat(SUPPORTERS.FIRST_NAME, val(" "), SUPPORTERS.LAST_NAME);
        return db.select(RSVPS.fields())
                .select(SUPPORTERS.FIRST_NAME, SUPPORTERS.LAST_NAME)
                .from(RSVPS)
                .join(SUPPORTERS)
                .on(SUPPORTERS.SUPPORTER_ID.eq(RSVPS.SUPPORTER_ID))
                .where(RSVPS.ORGANIZATION_ID.eq(here), RSVPS.EVENT_ID.eq(eventId))
                .and(filter.shift().map(RSVPS.SHIFT_ID::eq).orElse(noCondition()))
                .and(filter.states().isEmpty() ? noCondition() : RSVPS.STATE.in(filter.states()))
                .and(filter.words().isEmpty() ? noCondition() : name.contains(filter.words()))
                .and(after.map(last -> DSL.row(SUPPORTERS.FIRST_NAME, SUPPORTERS.LAST_NAME, RSVPS.RSVP_ID)
                                .gt(
                                        last.firstName(),
                                        last.lastName(),
                                        last.rsvp().rsvpId()))
                        .orElse(noCondition()))
                .orderBy(SUPPORTERS.FIRST_NAME, SUPPORTERS.LAST_NAME, RSVPS.RSVP_ID)
                .limit(most)
                .fetch(RsvpStore::named);
    }

    Optional<RsvpRow> row(OrganizationId here, RsvpId rsvpId) {
        return db.select(RSVPS.fields())
                .select(SUPPORTERS.FIRST_NAME, SUPPORTERS.LAST_NAME)
                .from(RSVPS)
                .join(SUPPORTERS)
                .on(SUPPORTERS.SUPPORTER_ID.eq(RSVPS.SUPPORTER_ID))
                .where(RSVPS.ORGANIZATION_ID.eq(here), RSVPS.RSVP_ID.eq(rsvpId))
                .fetchOptional(RsvpStore::named);
    }

    /** Of one person, what they said last first. */
    List<Rsvp> of(OrganizationId here, SupporterId supporterId, Instant before, int most) {
        return db.selectFrom(RSVPS)
                .where(RSVPS.ORGANIZATION_ID.eq(here), RSVPS.SUPPORTER_ID.eq(supporterId), RSVPS.SAID_AT.lt(before))
                .orderBy(RSVPS.SAID_AT.desc())
                .limit(most)
                .fetch(RsvpStore::rsvp);
    }

    /** Open promises of a whole event, by the shift. */
    Map<CommitmentId, ShiftId> promises(OrganizationId here, EventId eventId) {
        return db.select(RSVPS.COMMITMENT_ID, RSVPS.SHIFT_ID)
                .from(RSVPS)
                .where(
                        RSVPS.ORGANIZATION_ID.eq(here),
                        RSVPS.EVENT_ID.eq(eventId),
                        RSVPS.STATE.eq(RsvpState.COMING),
                        RSVPS.COMMITMENT_ID.isNotNull())
                .fetchMap(RSVPS.COMMITMENT_ID, RSVPS.SHIFT_ID);
    }

    record Place(OrganizationId organizationId, ShiftId shiftId) {}

    /** Shifts to come for which somebody waits while there may be a place: somebody was erased, or it grew. */
    List<Place> perhapsFree(Instant now, int most) {
        var seated = RSVPS.as("seated");
        return db.selectDistinct(SHIFTS.ORGANIZATION_ID, SHIFTS.SHIFT_ID)
                .from(SHIFTS)
                .join(RSVPS)
                .on(RSVPS.SHIFT_ID.eq(SHIFTS.SHIFT_ID), RSVPS.STATE.eq(RsvpState.WAITING))
                .join(EVENTS)
                .on(EVENTS.EVENT_ID.eq(SHIFTS.EVENT_ID), EVENTS.STATE.eq(EventState.PUBLISHED))
                .where(SHIFTS.ENDS_AT.gt(now), SHIFTS.CANCELLED_AT.isNull())
                .and(SHIFTS.CAPACITY
                        .isNull()
                        .or(SHIFTS.CAPACITY.gt(DSL.field(DSL.selectCount()
                                .from(seated)
                                .where(seated.SHIFT_ID.eq(SHIFTS.SHIFT_ID), seated.STATE.in(RsvpState.SEATED))))))
                .limit(most)
                .fetch(row -> new Place(row.value1(), row.value2()));
    }

    record Ended(OrganizationId organizationId, EventId eventId, ShiftId shiftId) {}

    /** Shifts that ended before then, at which somebody was checked in while others who said they come were not. */
    List<Ended> unsettled(Instant before, Instant since, int most) {
        var there = RSVPS.as("there");
        return db.selectDistinct(SHIFTS.ORGANIZATION_ID, SHIFTS.EVENT_ID, SHIFTS.SHIFT_ID)
                .from(SHIFTS)
                .join(RSVPS)
                .on(RSVPS.SHIFT_ID.eq(SHIFTS.SHIFT_ID), RSVPS.STATE.eq(RsvpState.COMING))
                .where(SHIFTS.ENDS_AT.le(before), SHIFTS.ENDS_AT.gt(since), SHIFTS.CANCELLED_AT.isNull())
                .andExists(DSL.selectOne()
                        .from(there)
                        .where(there.EVENT_ID.eq(SHIFTS.EVENT_ID), there.STATE.eq(RsvpState.ATTENDED)))
                .limit(most)
                .fetch(row -> new Ended(row.value1(), row.value2(), row.value3()));
    }

    void missed(OrganizationId here, ShiftId shiftId) {
        db.update(RSVPS)
                .set(RSVPS.STATE, RsvpState.NO_SHOW)
                .where(RSVPS.ORGANIZATION_ID.eq(here), RSVPS.SHIFT_ID.eq(shiftId), RSVPS.STATE.eq(RsvpState.COMING))
                .execute();
    }

    static RsvpRow named(Record row) {
        return new RsvpRow(rsvp(row), row.get(SUPPORTERS.FIRST_NAME), row.get(SUPPORTERS.LAST_NAME));
    }

    static Rsvp rsvp(Record row) {
        return new Rsvp(
                row.get(RSVPS.RSVP_ID),
                row.get(RSVPS.ORGANIZATION_ID),
                row.get(RSVPS.EVENT_ID),
                row.get(RSVPS.SHIFT_ID),
                row.get(RSVPS.SUPPORTER_ID),
                row.get(RSVPS.STATE),
                row.get(RSVPS.SOURCE),
                Optional.ofNullable(row.get(RSVPS.PHONE)),
                row.get(RSVPS.TEXTS),
                row.get(RSVPS.TOKEN),
                Optional.ofNullable(row.get(RSVPS.COMMITMENT_ID)),
                Optional.ofNullable(row.get(RSVPS.ATTENDED_ACTION_ID)),
                row.get(RSVPS.CHECK_INS),
                row.get(RSVPS.SAID_AT),
                Optional.ofNullable(row.get(RSVPS.PROMOTED_AT)),
                Optional.ofNullable(row.get(RSVPS.CHECKED_IN_AT)));
    }
}
