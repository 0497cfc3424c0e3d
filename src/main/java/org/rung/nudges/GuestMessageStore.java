package org.rung.nudges;

import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.rung.db.Tables.GUEST_MESSAGES;
import static org.rung.db.Tables.GUEST_MESSAGE_TEXTS;
import static org.rung.db.Tables.RSVPS;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.events.EventId;
import org.rung.rsvps.RsvpId;
import org.rung.rsvps.RsvpState;
import org.springframework.stereotype.Repository;

/** What is to be told to guests, and who was told. */
@Repository
class GuestMessageStore {
    private final DSLContext db;

    GuestMessageStore(DSLContext db) {
        this.db = db;
    }

    void add(GuestMessage message, Optional<MemberId> by) {
        db.insertInto(GUEST_MESSAGES)
                .set(GUEST_MESSAGES.GUEST_MESSAGE_ID, message.guestMessageId())
                .set(GUEST_MESSAGES.ORGANIZATION_ID, message.organizationId())
                .set(GUEST_MESSAGES.EVENT_ID, message.eventId())
                .set(GUEST_MESSAGES.WORDS, message.words())
                .set(GUEST_MESSAGES.STATE, message.state())
                .set(GUEST_MESSAGES.ASKED_AT, message.askedAt())
                .set(GUEST_MESSAGES.DECIDED_BY_MEMBER_ID, by.orElse(null))
                .set(GUEST_MESSAGES.DECIDED_AT, message.state() == GuestMessageState.SENT ? message.askedAt() : null)
                .execute();
    }

    int waiting(EventId eventId) {
        return db.fetchCount(
                GUEST_MESSAGES,
                GUEST_MESSAGES.EVENT_ID.eq(eventId),
                GUEST_MESSAGES.STATE.eq(GuestMessageState.WAITING));
    }

    List<GuestMessage> of(OrganizationId here, EventId eventId, int most) {
        return db.selectFrom(GUEST_MESSAGES)
                .where(GUEST_MESSAGES.ORGANIZATION_ID.eq(here), GUEST_MESSAGES.EVENT_ID.eq(eventId))
                .orderBy(GUEST_MESSAGES.GUEST_MESSAGE_ID.desc())
                .limit(most)
                .fetch(GuestMessageStore::message);
    }

    /** False when somebody else has decided it. */
    boolean decide(OrganizationId here, GuestMessageId id, GuestMessageState to, Optional<MemberId> by, Instant now) {
        return db.update(GUEST_MESSAGES)
                        .set(GUEST_MESSAGES.STATE, to)
                        .set(GUEST_MESSAGES.DECIDED_BY_MEMBER_ID, by.orElse(null))
                        .set(GUEST_MESSAGES.DECIDED_AT, now)
                        .where(
                                GUEST_MESSAGES.ORGANIZATION_ID.eq(here),
                                GUEST_MESSAGES.GUEST_MESSAGE_ID.eq(id),
                                GUEST_MESSAGES.STATE.eq(GuestMessageState.WAITING))
                        .execute()
                == 1;
    }

    record Due(GuestMessageId guestMessageId, OrganizationId organizationId, RsvpId rsvpId, String words) {}

    /** In every organization: whoever comes, wants texts and was not told what was let go since then. */
    List<Due> due(Instant since, int most) {
        return db.select(
                        GUEST_MESSAGES.GUEST_MESSAGE_ID,
                        GUEST_MESSAGES.ORGANIZATION_ID,
                        RSVPS.RSVP_ID,
                        GUEST_MESSAGES.WORDS)
                .from(GUEST_MESSAGES)
                .join(RSVPS)
                .on(RSVPS.EVENT_ID.eq(GUEST_MESSAGES.EVENT_ID), RSVPS.STATE.eq(RsvpState.COMING))
                .where(
                        GUEST_MESSAGES.STATE.eq(GuestMessageState.SENT),
                        GUEST_MESSAGES.DECIDED_AT.gt(since),
                        RSVPS.TEXTS.eq(true),
                        // Whoever signs up later reads the page.
                        RSVPS.SAID_AT.le(GUEST_MESSAGES.DECIDED_AT),
                        notExists(selectOne()
                                .from(GUEST_MESSAGE_TEXTS)
                                .where(
                                        GUEST_MESSAGE_TEXTS.GUEST_MESSAGE_ID.eq(GUEST_MESSAGES.GUEST_MESSAGE_ID),
                                        GUEST_MESSAGE_TEXTS.RSVP_ID.eq(RSVPS.RSVP_ID))))
                .limit(most)
                .fetch(row -> new Due(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    /** False where another node has written it. */
    boolean write(Due due, Instant now) {
        return db.insertInto(GUEST_MESSAGE_TEXTS)
                        .set(GUEST_MESSAGE_TEXTS.GUEST_MESSAGE_ID, due.guestMessageId())
                        .set(GUEST_MESSAGE_TEXTS.RSVP_ID, due.rsvpId())
                        .set(GUEST_MESSAGE_TEXTS.ORGANIZATION_ID, due.organizationId())
                        .set(GUEST_MESSAGE_TEXTS.WRITTEN_AT, now)
                        .onDuplicateKeyIgnore()
                        .execute()
                == 1;
    }

    private static GuestMessage message(Record row) {
        return new GuestMessage(
                row.get(GUEST_MESSAGES.GUEST_MESSAGE_ID),
                row.get(GUEST_MESSAGES.ORGANIZATION_ID),
                row.get(GUEST_MESSAGES.EVENT_ID),
                row.get(GUEST_MESSAGES.WORDS),
                row.get(GUEST_MESSAGES.STATE),
                row.get(GUEST_MESSAGES.ASKED_AT));
    }
}
