package org.rung.hosting;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.rung.db.Tables.HOSTINGS;
import static org.rung.db.Tables.RSVPS;
import static org.rung.db.Tables.SUPPORTERS;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.rung.common.Id;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.events.EventId;
import org.rung.events.Locality;
import org.rung.events.ShortCode;
import org.rung.events.Venue;
import org.rung.people.SupporterId;
import org.rung.rsvps.RsvpState;
import org.springframework.stereotype.Repository;

/** Who is asked to host, who applied, and what was decided. */
@Repository
class HostingStore {
    private final DSLContext db;

    HostingStore(DSLContext db) {
        this.db = db;
    }

    /** False where they were asked, or have applied, before. */
    boolean ask(OrganizationId here, EventId umbrella, SupporterId who, Instant now) {
        return db.insertInto(HOSTINGS)
                        .set(HOSTINGS.HOSTING_ID, new HostingId(Id.next()))
                        .set(HOSTINGS.ORGANIZATION_ID, here)
                        .set(HOSTINGS.UMBRELLA_EVENT_ID, umbrella)
                        .set(HOSTINGS.SUPPORTER_ID, who)
                        .set(HOSTINGS.STATE, HostingState.ASKED)
                        .set(HOSTINGS.TOKEN, ShortCode.token())
                        .set(HOSTINGS.ASKED_AT, now)
                        .onDuplicateKeyIgnore()
                        .execute()
                == 1;
    }

    /** Writes down what they want; the row is there, and not decided. */
    void apply(OrganizationId here, HostingId id, HostingDraft draft, Instant now) {
        db.update(HOSTINGS)
                .set(HOSTINGS.STATE, HostingState.APPLIED)
                .set(HOSTINGS.PLACE_NAME, draft.venue().name())
                .set(HOSTINGS.ADDRESS, draft.venue().address())
                .set(HOSTINGS.TOWN, draft.venue().locality().town())
                .set(HOSTINGS.POSTAL_CODE, draft.venue().locality().postalCode())
                .set(HOSTINGS.ADDRESS_HIDDEN, draft.venue().hidden())
                .set(HOSTINGS.ACCESS_NOTES, draft.venue().access())
                .set(HOSTINGS.WORDS, draft.words())
                .set(HOSTINGS.CAPACITY, draft.capacity().orElse(null))
                .set(HOSTINGS.STARTS_AT, draft.startsAt())
                .set(HOSTINGS.ENDS_AT, draft.endsAt())
                .set(HOSTINGS.APPLIED_AT, now)
                .where(
                        HOSTINGS.ORGANIZATION_ID.eq(here),
                        HOSTINGS.HOSTING_ID.eq(id),
                        HOSTINGS.STATE.in(HostingState.ASKED, HostingState.APPLIED))
                .execute();
    }

    Optional<Hosting> of(EventId umbrella, SupporterId who) {
        return db.selectFrom(HOSTINGS)
                .where(HOSTINGS.UMBRELLA_EVENT_ID.eq(umbrella), HOSTINGS.SUPPORTER_ID.eq(who))
                .fetchOptional(HostingStore::hosting);
    }

    Optional<Hosting> find(OrganizationId here, HostingId id) {
        return db.selectFrom(HOSTINGS)
                .where(HOSTINGS.ORGANIZATION_ID.eq(here), HOSTINGS.HOSTING_ID.eq(id))
                .fetchOptional(HostingStore::hosting);
    }

    Optional<Hosting> ofHeld(OrganizationId here, EventId held) {
        return db.selectFrom(HOSTINGS)
                .where(HOSTINGS.ORGANIZATION_ID.eq(here), HOSTINGS.HELD_EVENT_ID.eq(held))
                .fetchOptional(HostingStore::hosting);
    }

    /** False when somebody else has decided it. */
    boolean decide(
            OrganizationId here,
            HostingId id,
            HostingState to,
            Optional<MemberId> by,
            Optional<MemberId> coach,
            Instant now) {
        return db.update(HOSTINGS)
                        .set(HOSTINGS.STATE, to)
                        .set(HOSTINGS.DECIDED_BY_MEMBER_ID, by.orElse(null))
                        .set(HOSTINGS.COACH_MEMBER_ID, coach.orElse(null))
                        .set(HOSTINGS.DECIDED_AT, now)
                        .where(
                                HOSTINGS.ORGANIZATION_ID.eq(here),
                                HOSTINGS.HOSTING_ID.eq(id),
                                HOSTINGS.STATE.eq(HostingState.APPLIED))
                        .execute()
                == 1;
    }

    void holds(OrganizationId here, HostingId id, EventId held) {
        db.update(HOSTINGS)
                .set(HOSTINGS.HELD_EVENT_ID, held)
                .where(HOSTINGS.ORGANIZATION_ID.eq(here), HOSTINGS.HOSTING_ID.eq(id))
                .execute();
    }

    /** Who applied first stands first, then who was asked, then what is decided. */
    List<HostingRow> page(OrganizationId here, EventId umbrella, int from, int most) {
        return db.select(HOSTINGS.fields())
                .select(SUPPORTERS.FIRST_NAME, SUPPORTERS.LAST_NAME)
                .from(HOSTINGS)
                .join(SUPPORTERS)
                .on(SUPPORTERS.SUPPORTER_ID.eq(HOSTINGS.SUPPORTER_ID))
                .where(HOSTINGS.ORGANIZATION_ID.eq(here), HOSTINGS.UMBRELLA_EVENT_ID.eq(umbrella))
                .orderBy(
                        HOSTINGS.STATE.sortAsc(
                                HostingState.APPLIED, HostingState.APPROVED, HostingState.ASKED, HostingState.DECLINED),
                        HOSTINGS.HOSTING_ID)
                .limit(most)
                .offset(from)
                .fetch(row -> new HostingRow(
                        hosting(row), (row.get(SUPPORTERS.FIRST_NAME) + " " + row.get(SUPPORTERS.LAST_NAME)).strip()));
    }

    record Candidate(SupporterId supporterId, String name, int came) {}

    /** Who came at least so often since then, and was neither asked nor has applied; who came most stands first. */
    List<Candidate> candidates(OrganizationId here, EventId umbrella, Instant since, int least, int most) {
        return db.select(SUPPORTERS.SUPPORTER_ID, max(SUPPORTERS.FIRST_NAME), max(SUPPORTERS.LAST_NAME), count())
                .from(RSVPS)
                .join(SUPPORTERS)
                .on(SUPPORTERS.SUPPORTER_ID.eq(RSVPS.SUPPORTER_ID))
                .where(
                        RSVPS.ORGANIZATION_ID.eq(here),
                        RSVPS.STATE.eq(RsvpState.ATTENDED),
                        RSVPS.CHECKED_IN_AT.ge(since),
                        notExists(selectOne()
                                .from(HOSTINGS)
                                .where(
                                        HOSTINGS.UMBRELLA_EVENT_ID.eq(umbrella),
                                        HOSTINGS.SUPPORTER_ID.eq(RSVPS.SUPPORTER_ID))))
                .groupBy(SUPPORTERS.SUPPORTER_ID)
                .having(count().ge(least))
                .orderBy(count().desc(), SUPPORTERS.SUPPORTER_ID)
                .limit(most)
                .fetch(row -> new Candidate(row.value1(), (row.value2() + " " + row.value3()).strip(), row.value4()));
    }

    private static Hosting hosting(Record row) {
        return new Hosting(
                row.get(HOSTINGS.HOSTING_ID),
                row.get(HOSTINGS.ORGANIZATION_ID),
                row.get(HOSTINGS.UMBRELLA_EVENT_ID),
                row.get(HOSTINGS.SUPPORTER_ID),
                row.get(HOSTINGS.STATE),
                row.get(HOSTINGS.TOKEN),
                new Venue(
                        row.get(HOSTINGS.PLACE_NAME),
                        row.get(HOSTINGS.ADDRESS),
                        new Locality(row.get(HOSTINGS.TOWN), row.get(HOSTINGS.POSTAL_CODE)),
                        row.get(HOSTINGS.ADDRESS_HIDDEN),
                        row.get(HOSTINGS.ACCESS_NOTES),
                        ""),
                row.get(HOSTINGS.WORDS),
                Optional.ofNullable(row.get(HOSTINGS.CAPACITY)),
                Optional.ofNullable(row.get(HOSTINGS.STARTS_AT)),
                Optional.ofNullable(row.get(HOSTINGS.ENDS_AT)),
                Optional.ofNullable(row.get(HOSTINGS.COACH_MEMBER_ID)),
                Optional.ofNullable(row.get(HOSTINGS.HELD_EVENT_ID)));
    }
}
