package org.rung.events;

import static org.jooq.impl.DSL.noCondition;
import static org.rung.db.Tables.EVENTS;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

@Repository
class EventStore {
    /** After every day that an event can have: those without a time stand last among the coming ones. */
    static final Instant NEVER = Instant.parse("9000-01-01T00:00:00Z");

    private final DSLContext db;

    EventStore(DSLContext db) {
        this.db = db;
    }

    void insert(Actor actor, EventId id, EventDraft draft, Span span, Instant now) {
        db.insertInto(EVENTS)
                .set(EVENTS.EVENT_ID, id)
                .set(EVENTS.ORGANIZATION_ID, actor.organization())
                .set(EVENTS.SHORT_CODE, ShortCode.ofEvent())
                .set(EVENTS.STATE, EventState.DRAFT)
                .set(EVENTS.TITLE, draft.title())
                .set(EVENTS.ABOUT, draft.about())
                .set(EVENTS.ZONE, draft.zone().getId())
                .set(EVENTS.PLACE_NAME, draft.venue().name())
                .set(EVENTS.ADDRESS, draft.venue().address())
                .set(EVENTS.TOWN, draft.venue().locality().town())
                .set(EVENTS.POSTAL_CODE, draft.venue().locality().postalCode())
                .set(EVENTS.ADDRESS_HIDDEN, draft.venue().hidden())
                .set(EVENTS.ACCESS_NOTES, draft.venue().access())
                .set(EVENTS.ONLINE_URL, draft.venue().online())
                .set(EVENTS.KEYWORD, draft.keyword().map(Keyword::text).orElse(null))
                .set(EVENTS.DOOR_PIN, ShortCode.pin())
                .set(EVENTS.UMBRELLA, draft.umbrella())
                .set(EVENTS.UMBRELLA_EVENT_ID, draft.under().orElse(null))
                .set(EVENTS.KIT, draft.kit())
                .set(EVENTS.STARTS_AT, span.startsAt().orElse(null))
                .set(EVENTS.ENDS_AT, span.endsAt().orElse(NEVER))
                .set(EVENTS.MADE_BY_MEMBER_ID, actor.member().orElse(null))
                .set(EVENTS.CREATED_AT, now)
                .set(EVENTS.CHANGED_AT, now)
                .execute();
    }

    /** From the first start to the last end of what is not called off. */
    record Span(Optional<Instant> startsAt, Optional<Instant> endsAt) {
        static Span of(Collection<Shift> shifts) {
            var held = shifts.stream().filter(one -> !one.cancelled()).toList();
            return new Span(
                    held.stream().map(Shift::startsAt).min(Instant::compareTo),
                    held.stream().map(Shift::endsAt).max(Instant::compareTo));
        }
    }

    /** False where another event that is open has the word. */
    boolean change(OrganizationId here, EventId id, EventDraft draft, Span span, boolean moved, Instant now) {
        try {
            db.update(EVENTS)
                    .set(EVENTS.TITLE, draft.title())
                    .set(EVENTS.ABOUT, draft.about())
                    .set(EVENTS.ZONE, draft.zone().getId())
                    .set(EVENTS.PLACE_NAME, draft.venue().name())
                    .set(EVENTS.ADDRESS, draft.venue().address())
                    .set(EVENTS.TOWN, draft.venue().locality().town())
                    .set(EVENTS.POSTAL_CODE, draft.venue().locality().postalCode())
                    .set(EVENTS.ADDRESS_HIDDEN, draft.venue().hidden())
                    .set(EVENTS.ACCESS_NOTES, draft.venue().access())
                    .set(EVENTS.ONLINE_URL, draft.venue().online())
                    .set(EVENTS.KEYWORD, draft.keyword().map(Keyword::text).orElse(null))
                    .set(EVENTS.UMBRELLA, draft.umbrella())
                    .set(EVENTS.KIT, draft.kit())
                    .set(EVENTS.STARTS_AT, span.startsAt().orElse(null))
                    .set(EVENTS.ENDS_AT, span.endsAt().orElse(NEVER))
                    .set(EVENTS.SEQUENCE, EVENTS.SEQUENCE.plus(1))
                    .set(EVENTS.CHANGED_AT, now)
                    .set(moved ? Map.of(EVENTS.MOVED_AT, now) : Map.of())
                    .where(EVENTS.ORGANIZATION_ID.eq(here), EVENTS.EVENT_ID.eq(id))
                    .execute();
            return true;
        } catch (DuplicateKeyException anothers) {
            return false;
        }
    }

    /** Empty where another event that is open has the word; false where it is not in that state any more. */
    Optional<Boolean> turn(OrganizationId here, EventId id, EventState from, EventState to, Instant now) {
        try {
            return Optional.of(db.update(EVENTS)
                            .set(EVENTS.STATE, to)
                            .set(EVENTS.SEQUENCE, EVENTS.SEQUENCE.plus(1))
                            .set(EVENTS.CHANGED_AT, now)
                            .where(EVENTS.ORGANIZATION_ID.eq(here), EVENTS.EVENT_ID.eq(id), EVENTS.STATE.eq(from))
                            .execute()
                    == 1);
        } catch (DuplicateKeyException anothers) {
            return Optional.empty();
        }
    }

    /** Nobody else changes it until the transaction ends. */
    void lock(OrganizationId here, EventId id) {
        db.select(EVENTS.EVENT_ID)
                .from(EVENTS)
                .where(EVENTS.ORGANIZATION_ID.eq(here), EVENTS.EVENT_ID.eq(id))
                .forUpdate()
                .fetch();
    }

    /** Without their shifts. */
    List<Event> all(OrganizationId here, Collection<EventId> which) {
        return db.selectFrom(EVENTS)
                .where(EVENTS.ORGANIZATION_ID.eq(here), EVENTS.EVENT_ID.in(which))
                .fetch(EventStore::event);
    }

    Optional<EventRow> row(OrganizationId here, EventId id) {
        return db.selectFrom(EVENTS)
                .where(EVENTS.ORGANIZATION_ID.eq(here), EVENTS.EVENT_ID.eq(id))
                .fetchOptional(EventStore::listed);
    }

    /** By the short address, whichever organization has it. */
    Optional<Where> byCode(String code) {
        return db.select(EVENTS.ORGANIZATION_ID, EVENTS.EVENT_ID)
                .from(EVENTS)
                .where(EVENTS.SHORT_CODE.eq(code))
                .fetchOptional(row -> new Where(row.value1(), row.value2()));
    }

    record Where(OrganizationId organizationId, EventId eventId) {}

    /** Those that are open and started by one of these words. */
    Map<String, EventId> byKeyword(OrganizationId here, Collection<String> words) {
        return db.select(EVENTS.LIVE_KEYWORD, EVENTS.EVENT_ID)
                .from(EVENTS)
                .where(EVENTS.ORGANIZATION_ID.eq(here), EVENTS.LIVE_KEYWORD.in(words))
                .fetchMap(EVENTS.LIVE_KEYWORD, EVENTS.EVENT_ID);
    }

    List<EventId> byPin(OrganizationId here, String pin, Instant around) {
        return db.select(EVENTS.EVENT_ID)
                .from(EVENTS)
                .where(
                        EVENTS.ORGANIZATION_ID.eq(here),
                        EVENTS.ENDS_AT.ge(around),
                        EVENTS.STATE.eq(EventState.PUBLISHED),
                        EVENTS.DOOR_PIN.eq(pin))
                .orderBy(EVENTS.STARTS_AT)
                .limit(5)
                .fetch(EVENTS.EVENT_ID);
    }

    List<EventRow> page(OrganizationId here, EventFilter filter, Instant now, Optional<EventRow> after, int most) {
        var place = after.map(last -> filter.past()
                ? DSL.row(EVENTS.ENDS_AT, EVENTS.EVENT_ID).lt(last.endsAt().orElse(NEVER), last.eventId())
                : DSL.row(EVENTS.ENDS_AT, EVENTS.EVENT_ID).gt(last.endsAt().orElse(NEVER), last.eventId()));
        return db.selectFrom(EVENTS)
                .where(EVENTS.ORGANIZATION_ID.eq(here))
                .and(filter.past() ? EVENTS.ENDS_AT.le(now) : EVENTS.ENDS_AT.gt(now))
                .and(filter.under().map(EVENTS.UMBRELLA_EVENT_ID::eq).orElse(noCondition()))
                .and(filter.openOnly() ? EVENTS.STATE.eq(EventState.PUBLISHED) : noCondition())
                .and(place.orElse(noCondition()))
                .orderBy(
                        filter.past() ? EVENTS.ENDS_AT.desc() : EVENTS.ENDS_AT.asc(),
                        filter.past() ? EVENTS.EVENT_ID.desc() : EVENTS.EVENT_ID.asc())
                .limit(most)
                .fetch(EventStore::listed);
    }

    /** In every organization; another node leaves alone what this one has begun with. */
    List<Where> ended(Instant now, int most) {
        return db.select(EVENTS.ORGANIZATION_ID, EVENTS.EVENT_ID)
                .from(EVENTS)
                .where(EVENTS.STATE.eq(EventState.PUBLISHED), EVENTS.ENDS_AT.le(now))
                .limit(most)
                .forUpdate()
                .skipLocked()
                .fetch(row -> new Where(row.value1(), row.value2()));
    }

    private static EventRow listed(Record row) {
        Instant ends = row.get(EVENTS.ENDS_AT);
        return new EventRow(
                row.get(EVENTS.EVENT_ID),
                row.get(EVENTS.TITLE),
                row.get(EVENTS.STATE),
                ZoneId.of(row.get(EVENTS.ZONE)),
                row.get(EVENTS.PLACE_NAME),
                row.get(EVENTS.UMBRELLA),
                Optional.ofNullable(row.get(EVENTS.UMBRELLA_EVENT_ID)),
                Optional.ofNullable(row.get(EVENTS.STARTS_AT)),
                Optional.ofNullable(ends).filter(at -> !at.equals(NEVER)));
    }

    private static Event event(Record row) {
        return new Event(
                row.get(EVENTS.EVENT_ID),
                row.get(EVENTS.ORGANIZATION_ID),
                row.get(EVENTS.SHORT_CODE),
                row.get(EVENTS.STATE),
                row.get(EVENTS.TITLE),
                row.get(EVENTS.ABOUT),
                ZoneId.of(row.get(EVENTS.ZONE)),
                new Venue(
                        row.get(EVENTS.PLACE_NAME),
                        row.get(EVENTS.ADDRESS),
                        new Locality(row.get(EVENTS.TOWN), row.get(EVENTS.POSTAL_CODE)),
                        row.get(EVENTS.ADDRESS_HIDDEN),
                        row.get(EVENTS.ACCESS_NOTES),
                        row.get(EVENTS.ONLINE_URL)),
                Optional.ofNullable(row.get(EVENTS.KEYWORD)).map(Keyword::new),
                row.get(EVENTS.DOOR_PIN),
                row.get(EVENTS.UMBRELLA),
                Optional.ofNullable(row.get(EVENTS.UMBRELLA_EVENT_ID)),
                row.get(EVENTS.KIT),
                row.get(EVENTS.SEQUENCE),
                Optional.ofNullable(row.get(EVENTS.MOVED_AT)),
                List.of());
    }
}
