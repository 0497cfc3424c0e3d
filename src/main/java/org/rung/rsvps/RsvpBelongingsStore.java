package org.rung.rsvps;

import static org.rung.db.Tables.RSVPS;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.database.Owned;
import org.rung.events.EventId;
import org.rung.events.ShiftId;
import org.rung.people.Belongings;
import org.rung.people.Estate;
import org.rung.people.HandedOver;
import org.rung.people.Pair;
import org.rung.people.SupporterId;
import org.rung.people.Union;
import org.springframework.stereotype.Repository;

/** What they said about coming. Where both of a pair said something about one shift, the kept one's word stays. */
@Repository
class RsvpBelongingsStore implements Belongings {
    private static final String KIND = "rsvp";
    private static final String OF_BOTH = "rsvp-of-both";

    private final DSLContext db;
    private final Owned<SupporterId> theirs = new Owned<>(RSVPS.RSVP_ID, RSVPS.SUPPORTER_ID);

    RsvpBelongingsStore(DSLContext db) {
        this.db = db;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public Set<String> tables() {
        return Set.of("rsvps");
    }

    @Override
    public List<HandedOver> handOver(Pair pair, Union union, Instant now) {
        var both = db.select(RSVPS.SHIFT_ID)
                .from(RSVPS)
                .where(RSVPS.ORGANIZATION_ID.eq(pair.organizationId()))
                .and(RSVPS.SUPPORTER_ID.eq(pair.kept()))
                .fetchSet(RSVPS.SHIFT_ID);
        var rows = db.selectFrom(RSVPS)
                .where(RSVPS.ORGANIZATION_ID.eq(pair.organizationId()))
                .and(RSVPS.SUPPORTER_ID.eq(pair.gone()))
                .orderBy(RSVPS.RSVP_ID)
                .fetch(RsvpStore::rsvp);
        db.update(RSVPS)
                .set(RSVPS.SUPPORTER_ID, pair.kept())
                .where(RSVPS.ORGANIZATION_ID.eq(pair.organizationId()))
                .and(RSVPS.SUPPORTER_ID.eq(pair.gone()))
                .and(RSVPS.SHIFT_ID.notIn(both))
                .execute();
        return rows.stream()
                .map(one -> both.contains(one.shiftId())
                        ? new HandedOver(
                                OF_BOTH, one.rsvpId().value(), Spare.of(one).text())
                        : new HandedOver(KIND, one.rsvpId().value(), ""))
                .toList();
    }

    @Override
    public void giveBack(Pair pair, Estate estate, Instant now) {
        theirs.give(db, RSVPS.ORGANIZATION_ID.eq(pair.organizationId()), estate.rows(KIND), pair.kept(), pair.gone());
        for (var lost : estate.of(OF_BOTH)) {
            var spare = Spare.read(lost.detail());
            db.insertInto(RSVPS)
                    .set(RSVPS.RSVP_ID, new RsvpId(lost.rowId()))
                    .set(RSVPS.ORGANIZATION_ID, pair.organizationId())
                    .set(RSVPS.EVENT_ID, spare.eventId())
                    .set(RSVPS.SHIFT_ID, spare.shiftId())
                    .set(RSVPS.SUPPORTER_ID, pair.gone())
                    .set(RSVPS.STATE, spare.state())
                    .set(RSVPS.SOURCE, spare.source())
                    .set(RSVPS.PHONE, spare.phone().orElse(null))
                    .set(RSVPS.TEXTS, spare.texts())
                    .set(RSVPS.TOKEN, spare.token())
                    .set(RSVPS.SAID_AT, spare.saidAt())
                    .set(RSVPS.CREATED_AT, spare.saidAt())
                    .onDuplicateKeyIgnore()
                    .execute();
        }
    }

    @Override
    public Map<String, Map<SupporterId, Integer>> count(OrganizationId organizationId, Collection<SupporterId> people) {
        return Map.of("rsvps", theirs.count(db, RSVPS.ORGANIZATION_ID.eq(organizationId), people));
    }

    /** What it takes to say it again; what came of it is told by actions and promises, which have rooms of their own. */
    record Spare(
            EventId eventId,
            ShiftId shiftId,
            RsvpState state,
            RsvpSource source,
            Optional<PhoneNumber> phone,
            boolean texts,
            String token,
            Instant saidAt) {
        static Spare of(Rsvp rsvp) {
            return new Spare(
                    rsvp.eventId(),
                    rsvp.shiftId(),
                    rsvp.state(),
                    rsvp.source(),
                    rsvp.phone(),
                    rsvp.texts(),
                    rsvp.token(),
                    rsvp.saidAt());
        }

        static Spare read(String text) {
            var parts = text.split(" ");
            return new Spare(
                    new EventId(Long.parseLong(parts[0])),
                    new ShiftId(Long.parseLong(parts[1])),
                    RsvpState.valueOf(parts[2]),
                    RsvpSource.valueOf(parts[3]),
                    parts[4].equals("-") ? Optional.empty() : Optional.of(new PhoneNumber(parts[4])),
                    Boolean.parseBoolean(parts[5]),
                    parts[6],
                    Instant.parse(parts[7]));
        }

        String text() {
            return String.join(
                    " ",
                    String.valueOf(eventId.value()),
                    String.valueOf(shiftId.value()),
                    state.name(),
                    source.name(),
                    phone.map(PhoneNumber::text).orElse("-"),
                    String.valueOf(texts),
                    token,
                    saidAt.toString());
        }
    }
}
