package org.rung.nudges;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.rung.db.Tables.EVENTS;
import static org.rung.db.Tables.EVENT_WORDS;
import static org.rung.db.Tables.RSVPS;
import static org.rung.db.Tables.RSVP_TEXTS;
import static org.rung.db.Tables.SHIFTS;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.events.EventId;
import org.rung.events.EventState;
import org.rung.rsvps.RsvpId;
import org.rung.rsvps.RsvpState;
import org.springframework.stereotype.Repository;

/** Which texts about events are due, and which were written. */
@Repository
class NudgeStore {
    private static final List<RsvpState> OPEN = List.of(RsvpState.COMING, RsvpState.MAYBE, RsvpState.WAITING);

    private final DSLContext db;

    NudgeStore(DSLContext db) {
        this.db = db;
    }

    /** Of one kind, in every organization, by one statement; those who want no texts and those written are not in it. */
    List<Nudge> due(NudgeKind kind, Instant now, int most) {
        Field<Instant> since = since(kind);
        return db.select(RSVPS.ORGANIZATION_ID, RSVPS.RSVP_ID, since)
                .from(RSVPS)
                .join(SHIFTS)
                .on(SHIFTS.SHIFT_ID.eq(RSVPS.SHIFT_ID))
                .join(EVENTS)
                .on(EVENTS.EVENT_ID.eq(RSVPS.EVENT_ID))
                .where(RSVPS.TEXTS.eq(true), when(kind, now))
                .and(notExists(selectOne()
                        .from(RSVP_TEXTS)
                        .where(
                                RSVP_TEXTS.RSVP_ID.eq(RSVPS.RSVP_ID),
                                RSVP_TEXTS.KIND.eq(kind),
                                RSVP_TEXTS.WRITTEN_AT.ge(since))))
                .orderBy(RSVPS.RSVP_ID)
                .limit(most)
                .fetch(row -> Nudge.of(row.value1(), row.value2(), kind, Optional.ofNullable(row.value3())));
    }

    /** What was written before that is about something else. */
    private static Field<Instant> since(NudgeKind kind) {
        return switch (kind) {
            case CONFIRM, WAITING -> RSVPS.SAID_AT;
            case PROMOTED -> coalesce(RSVPS.PROMOTED_AT, RSVPS.SAID_AT);
            case DAY_BEFORE, ON_THE_DAY, MOVED -> coalesce(EVENTS.MOVED_AT, RSVPS.CREATED_AT);
            case CANCELLED, MISSED -> RSVPS.CREATED_AT;
            case THANKS -> coalesce(RSVPS.CHECKED_IN_AT, RSVPS.CREATED_AT);
        };
    }

    private static Condition when(NudgeKind kind, Instant now) {
        Instant yesterday = now.minus(Duration.ofDays(1));
        Condition comes = EVENTS.STATE
                .eq(EventState.PUBLISHED)
                .and(SHIFTS.CANCELLED_AT.isNull())
                .and(SHIFTS.STARTS_AT.gt(now));
        Condition coming = comes.and(RSVPS.STATE.eq(RsvpState.COMING));
        return switch (kind) {
            case CONFIRM ->
                coming.and(RSVPS.SAID_AT.gt(yesterday))
                        .and(RSVPS.PROMOTED_AT.isNull().or(RSVPS.PROMOTED_AT.lt(RSVPS.SAID_AT)));
            case WAITING -> comes.and(RSVPS.STATE.eq(RsvpState.WAITING)).and(RSVPS.SAID_AT.gt(yesterday));
            case PROMOTED -> coming.and(RSVPS.PROMOTED_AT.gt(yesterday));
            case DAY_BEFORE ->
                coming.and(SHIFTS.STARTS_AT.between(now.plus(Duration.ofHours(4)), now.plus(Duration.ofHours(26))))
                        .and(RSVPS.SAID_AT.le(now.minus(Duration.ofHours(12))));
            case ON_THE_DAY ->
                coming.and(SHIFTS.STARTS_AT.le(now.plus(Duration.ofHours(3))))
                        .and(RSVPS.SAID_AT.le(now.minus(Duration.ofHours(3))));
            case MOVED ->
                comes.and(RSVPS.STATE.in(OPEN))
                        .and(EVENTS.MOVED_AT.gt(yesterday))
                        .and(RSVPS.SAID_AT.lt(EVENTS.MOVED_AT));
            case CANCELLED ->
                RSVPS.STATE
                        .in(OPEN)
                        .and(SHIFTS.STARTS_AT.gt(now))
                        .and(EVENTS.STATE
                                .eq(EventState.CANCELLED)
                                .and(EVENTS.CHANGED_AT.gt(yesterday))
                                .or(SHIFTS.CANCELLED_AT.gt(yesterday).and(EVENTS.STATE.eq(EventState.PUBLISHED))));
            case THANKS -> RSVPS.STATE.eq(RsvpState.ATTENDED).and(SHIFTS.ENDS_AT.between(yesterday, now));
            case MISSED ->
                RSVPS.STATE.eq(RsvpState.NO_SHOW).and(SHIFTS.ENDS_AT.between(now.minus(Duration.ofHours(36)), now));
        };
    }

    /** False where another node, or the same one before it was killed, has written it. */
    boolean write(Nudge nudge, Instant now) {
        return db.insertInto(RSVP_TEXTS)
                        .set(RSVP_TEXTS.RSVP_ID, nudge.rsvpId())
                        .set(RSVP_TEXTS.KIND, nudge.kind())
                        .set(RSVP_TEXTS.ROUND, nudge.round())
                        .set(RSVP_TEXTS.ORGANIZATION_ID, nudge.organizationId())
                        .set(RSVP_TEXTS.WRITTEN_AT, now)
                        .onDuplicateKeyIgnore()
                        .execute()
                == 1;
    }

    void leaves(Nudge nudge, MessageId messageId) {
        db.update(RSVP_TEXTS)
                .set(RSVP_TEXTS.MESSAGE_ID, messageId)
                .where(
                        RSVP_TEXTS.RSVP_ID.eq(nudge.rsvpId()),
                        RSVP_TEXTS.KIND.eq(nudge.kind()),
                        RSVP_TEXTS.ROUND.eq(nudge.round()))
                .execute();
    }

    /** Texts about coming that were written for those of them who do not come any more. */
    List<MessageId> vain(OrganizationId here, Collection<RsvpId> rsvps) {
        return db.select(RSVP_TEXTS.MESSAGE_ID)
                .from(RSVP_TEXTS)
                .join(RSVPS)
                .on(RSVPS.RSVP_ID.eq(RSVP_TEXTS.RSVP_ID))
                .where(
                        RSVP_TEXTS.ORGANIZATION_ID.eq(here),
                        RSVP_TEXTS.RSVP_ID.in(rsvps),
                        RSVPS.STATE.ne(RsvpState.COMING),
                        RSVP_TEXTS.KIND.in(about()),
                        RSVP_TEXTS.MESSAGE_ID.isNotNull())
                .fetch(RSVP_TEXTS.MESSAGE_ID);
    }

    /** Those that were written for anybody of an event: it has moved, or does not happen. */
    List<MessageId> vain(OrganizationId here, EventId eventId, Instant since) {
        return db.select(RSVP_TEXTS.MESSAGE_ID)
                .from(RSVP_TEXTS)
                .join(RSVPS)
                .on(RSVPS.RSVP_ID.eq(RSVP_TEXTS.RSVP_ID))
                .where(
                        RSVPS.ORGANIZATION_ID.eq(here),
                        RSVPS.EVENT_ID.eq(eventId),
                        RSVP_TEXTS.WRITTEN_AT.ge(since),
                        RSVP_TEXTS.KIND.in(about()),
                        RSVP_TEXTS.MESSAGE_ID.isNotNull())
                .fetch(RSVP_TEXTS.MESSAGE_ID);
    }

    private static List<NudgeKind> about() {
        return List.of(NudgeKind.values()).stream()
                .filter(NudgeKind::aboutComing)
                .toList();
    }

    Map<NudgeKind, String> words(OrganizationId here, EventId eventId) {
        return db.select(EVENT_WORDS.KIND, EVENT_WORDS.WORDS)
                .from(EVENT_WORDS)
                .where(EVENT_WORDS.ORGANIZATION_ID.eq(here), EVENT_WORDS.EVENT_ID.eq(eventId))
                .fetchMap(EVENT_WORDS.KIND, EVENT_WORDS.WORDS);
    }

    void say(OrganizationId here, EventId eventId, NudgeKind kind, Optional<String> words, Instant now) {
        db.deleteFrom(EVENT_WORDS)
                .where(
                        EVENT_WORDS.ORGANIZATION_ID.eq(here),
                        EVENT_WORDS.EVENT_ID.eq(eventId),
                        EVENT_WORDS.KIND.eq(kind))
                .execute();
        words.ifPresent(own -> db.insertInto(EVENT_WORDS)
                .set(EVENT_WORDS.EVENT_ID, eventId)
                .set(EVENT_WORDS.KIND, kind)
                .set(EVENT_WORDS.ORGANIZATION_ID, here)
                .set(EVENT_WORDS.WORDS, own)
                .set(EVENT_WORDS.CHANGED_AT, now)
                .execute());
    }

    /** Nobody says anything else about it until the transaction ends. */
    void hold(RsvpId rsvpId) {
        db.select(RSVPS.RSVP_ID)
                .from(RSVPS)
                .where(RSVPS.RSVP_ID.eq(rsvpId))
                .forUpdate()
                .fetch();
    }
}
