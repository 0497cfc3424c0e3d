package org.rung.events;

import static org.rung.db.Tables.SHIFTS;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

/** When one can come. */
@Repository
class ShiftStore {
    private final DSLContext db;

    ShiftStore(DSLContext db) {
        this.db = db;
    }

    Map<EventId, List<Shift>> of(OrganizationId here, Collection<EventId> events) {
        return db.selectFrom(SHIFTS)
                .where(SHIFTS.ORGANIZATION_ID.eq(here), SHIFTS.EVENT_ID.in(events))
                .orderBy(SHIFTS.STARTS_AT, SHIFTS.SHIFT_ID)
                .fetchGroups(SHIFTS.EVENT_ID, ShiftStore::shift);
    }

    Optional<Shift> find(OrganizationId here, ShiftId shiftId) {
        return db.selectFrom(SHIFTS)
                .where(SHIFTS.ORGANIZATION_ID.eq(here), SHIFTS.SHIFT_ID.eq(shiftId))
                .fetchOptional(ShiftStore::shift);
    }

    /** Whoever takes or frees a place of it waits here for each other. */
    Optional<Shift> lock(OrganizationId here, ShiftId shiftId) {
        return db.selectFrom(SHIFTS)
                .where(SHIFTS.ORGANIZATION_ID.eq(here), SHIFTS.SHIFT_ID.eq(shiftId))
                .forUpdate()
                .fetchOptional(ShiftStore::shift);
    }

    void add(OrganizationId here, List<Shift> shifts) {
        if (shifts.isEmpty()) return;
        var insert = db.insertInto(
                SHIFTS,
                SHIFTS.SHIFT_ID,
                SHIFTS.EVENT_ID,
                SHIFTS.ORGANIZATION_ID,
                SHIFTS.NAME,
                SHIFTS.STARTS_AT,
                SHIFTS.ENDS_AT,
                SHIFTS.CAPACITY);
        for (var shift : shifts) {
            insert = insert.values(
                    shift.shiftId(),
                    shift.eventId(),
                    here,
                    shift.name(),
                    shift.startsAt(),
                    shift.endsAt(),
                    shift.capacity().orElse(null));
        }
        insert.execute();
    }

    void change(OrganizationId here, Shift shift) {
        db.update(SHIFTS)
                .set(SHIFTS.NAME, shift.name())
                .set(SHIFTS.STARTS_AT, shift.startsAt())
                .set(SHIFTS.ENDS_AT, shift.endsAt())
                .set(SHIFTS.CAPACITY, shift.capacity().orElse(null))
                .where(SHIFTS.ORGANIZATION_ID.eq(here), SHIFTS.SHIFT_ID.eq(shift.shiftId()))
                .execute();
    }

    void callOff(OrganizationId here, Collection<ShiftId> shifts, Instant now) {
        if (shifts.isEmpty()) return;
        db.update(SHIFTS)
                .set(SHIFTS.CANCELLED_AT, now)
                .where(SHIFTS.ORGANIZATION_ID.eq(here), SHIFTS.SHIFT_ID.in(shifts), SHIFTS.CANCELLED_AT.isNull())
                .execute();
    }

    void delete(OrganizationId here, Collection<ShiftId> shifts) {
        if (shifts.isEmpty()) return;
        db.deleteFrom(SHIFTS)
                .where(SHIFTS.ORGANIZATION_ID.eq(here), SHIFTS.SHIFT_ID.in(shifts))
                .execute();
    }

    static Shift shift(Record row) {
        return new Shift(
                row.get(SHIFTS.SHIFT_ID),
                row.get(SHIFTS.EVENT_ID),
                row.get(SHIFTS.NAME),
                row.get(SHIFTS.STARTS_AT),
                row.get(SHIFTS.ENDS_AT),
                Optional.ofNullable(row.get(SHIFTS.CAPACITY)),
                row.get(SHIFTS.CANCELLED_AT) != null);
    }
}
