package org.rung.help;

import static org.jooq.impl.DSL.noCondition;
import static org.rung.db.Tables.HELP_REQUESTS;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.teams.TeamId;
import org.rung.texting.ConversationId;
import org.springframework.stereotype.Repository;

/** Requests for help, open and settled. */
@Repository
class HelpStore {
    private final DSLContext db;

    HelpStore(DSLContext db) {
        this.db = db;
    }

    /** False where one is open already, by the unique key. */
    boolean insert(HelpRequestId id, Actor.Member asker, ConversationId conversation, HelpDraft draft, Instant now) {
        return db.insertInto(HELP_REQUESTS)
                        .set(HELP_REQUESTS.HELP_REQUEST_ID, id)
                        .set(HELP_REQUESTS.ORGANIZATION_ID, asker.organization())
                        .set(HELP_REQUESTS.CONVERSATION_ID, conversation)
                        .set(HELP_REQUESTS.ASKED_BY_MEMBER_ID, asker.memberId())
                        .set(HELP_REQUESTS.REASON, draft.reason())
                        .set(HELP_REQUESTS.NOTE, draft.note())
                        .set(HELP_REQUESTS.TO_MEMBER_ID, draft.to().member().orElse(null))
                        .set(HELP_REQUESTS.TO_TEAM_ID, draft.to().team().orElse(null))
                        .set(HELP_REQUESTS.ASKED_AT, now)
                        .onDuplicateKeyIgnore()
                        .execute()
                == 1;
    }

    Optional<HelpRequest> open(OrganizationId organization, ConversationId conversation) {
        return db.selectFrom(HELP_REQUESTS)
                .where(HELP_REQUESTS.OPEN_CONVERSATION_ID.eq(conversation))
                .and(HELP_REQUESTS.ORGANIZATION_ID.eq(organization))
                .fetchOptional(HelpStore::request);
    }

    Optional<HelpRequest> latest(OrganizationId organization, ConversationId conversation) {
        return db.selectFrom(HELP_REQUESTS)
                .where(HELP_REQUESTS.CONVERSATION_ID.eq(conversation))
                .and(HELP_REQUESTS.ORGANIZATION_ID.eq(organization))
                .orderBy(HELP_REQUESTS.HELP_REQUEST_ID.desc())
                .limit(1)
                .fetchOptional(HelpStore::request);
    }

    /** Oldest first: ids are made in the order of time. */
    List<HelpRequest> open(OrganizationId organization, Optional<HelpRequestId> after, int most) {
        return db.selectFrom(HELP_REQUESTS.forceIndex("help_requests_waiting"))
                .where(HELP_REQUESTS.ORGANIZATION_ID.eq(organization))
                .and(HELP_REQUESTS.SETTLED_AT.isNull())
                .and(after.map(HELP_REQUESTS.HELP_REQUEST_ID::gt).orElse(noCondition()))
                .orderBy(HELP_REQUESTS.HELP_REQUEST_ID)
                .limit(most)
                .fetch(HelpStore::request);
    }

    /** Those that were asked of these teams, the oldest first. */
    List<HelpRequest> openOf(
            OrganizationId organization, Collection<TeamId> teams, Optional<HelpRequestId> after, int most) {
        return db.selectFrom(HELP_REQUESTS)
                .where(HELP_REQUESTS.TO_TEAM_ID.in(teams))
                .and(HELP_REQUESTS.SETTLED_AT.isNull())
                .and(HELP_REQUESTS.ORGANIZATION_ID.eq(organization))
                .and(after.map(HELP_REQUESTS.HELP_REQUEST_ID::gt).orElse(noCondition()))
                .orderBy(HELP_REQUESTS.HELP_REQUEST_ID)
                .limit(most)
                .fetch(HelpStore::request);
    }

    /** Open ones, and what was settled since then in another way than by giving it back; the newest first. */
    List<HelpRequest> askedBy(OrganizationId organization, MemberId asker, Instant since, int most) {
        return db.selectFrom(HELP_REQUESTS)
                .where(HELP_REQUESTS.ORGANIZATION_ID.eq(organization))
                .and(HELP_REQUESTS.ASKED_BY_MEMBER_ID.eq(asker))
                .and(HELP_REQUESTS
                        .SETTLED_AT
                        .isNull()
                        .or(HELP_REQUESTS
                                .SETTLED_AT
                                .gt(since)
                                .and(HELP_REQUESTS.OUTCOME.notIn(HelpOutcome.BACK, HelpOutcome.WITHDRAWN))))
                .orderBy(HELP_REQUESTS.HELP_REQUEST_ID.desc())
                .limit(most)
                .fetch(HelpStore::request);
    }

    /** All that are open in this organization. */
    List<HelpCall> calls(OrganizationId organization) {
        return db.selectFrom(HELP_REQUESTS.forceIndex("help_requests_waiting"))
                .where(HELP_REQUESTS.ORGANIZATION_ID.eq(organization))
                .and(HELP_REQUESTS.SETTLED_AT.isNull())
                .fetch(HelpStore::call);
    }

    /** All that are open, and nobody has taken, anywhere; by the index that holds open ones alone. */
    List<HelpCall> untaken() {
        return db.selectFrom(HELP_REQUESTS.forceIndex("help_requests_open"))
                .where(HELP_REQUESTS.OPEN_CONVERSATION_ID.isNotNull())
                .and(HELP_REQUESTS.TAKEN_BY_MEMBER_ID.isNull())
                .fetch(HelpStore::call);
    }

    private static HelpCall call(Record row) {
        HelpRequest request = request(row);
        return new HelpCall(
                row.get(HELP_REQUESTS.ORGANIZATION_ID),
                request.askedBy(),
                request.to(),
                request.takenBy(),
                request.askedAt());
    }

    /** Who has taken it cannot look after it any more. */
    void release(HelpRequest request) {
        db.update(HELP_REQUESTS)
                .setNull(HELP_REQUESTS.TAKEN_BY_MEMBER_ID)
                .setNull(HELP_REQUESTS.TAKEN_AT)
                .where(stillOpen(request))
                .and(takenBy(request.takenBy()))
                .execute();
    }

    /** Whom it asked can help no more. */
    void toAnyone(HelpRequest request) {
        db.update(HELP_REQUESTS)
                .setNull(HELP_REQUESTS.TO_TEAM_ID)
                .where(stillOpen(request))
                .execute();
    }

    /** By compare-and-set: whoever is named must have it now, or nobody. */
    boolean take(HelpRequest request, Optional<MemberId> from, MemberId taker, Instant now) {
        return db.update(HELP_REQUESTS)
                        .set(HELP_REQUESTS.TAKEN_BY_MEMBER_ID, taker)
                        .set(HELP_REQUESTS.TAKEN_AT, now)
                        .where(stillOpen(request))
                        .and(takenBy(from))
                        .execute()
                == 1;
    }

    /** By compare-and-set: unless it was settled or has changed hands since it was read. */
    boolean settle(HelpRequest request, HelpOutcome outcome, Optional<MemberId> by, String answer, Instant now) {
        return db.update(HELP_REQUESTS)
                        .set(HELP_REQUESTS.OUTCOME, outcome)
                        .set(HELP_REQUESTS.SETTLED_BY_MEMBER_ID, by.orElse(null))
                        .set(HELP_REQUESTS.SETTLED_AT, now)
                        .set(HELP_REQUESTS.ANSWER, answer)
                        .where(stillOpen(request))
                        .and(takenBy(request.takenBy()))
                        .execute()
                == 1;
    }

    private static Condition takenBy(Optional<MemberId> who) {
        return who.map(HELP_REQUESTS.TAKEN_BY_MEMBER_ID::eq).orElse(HELP_REQUESTS.TAKEN_BY_MEMBER_ID.isNull());
    }

    private static Condition stillOpen(HelpRequest request) {
        return HELP_REQUESTS.HELP_REQUEST_ID.eq(request.helpRequestId()).and(HELP_REQUESTS.SETTLED_AT.isNull());
    }

    private static HelpRequest request(Record row) {
        return new HelpRequest(
                row.get(HELP_REQUESTS.HELP_REQUEST_ID),
                row.get(HELP_REQUESTS.CONVERSATION_ID),
                row.get(HELP_REQUESTS.ASKED_BY_MEMBER_ID),
                row.get(HELP_REQUESTS.REASON),
                row.get(HELP_REQUESTS.NOTE),
                Whom.of(
                        Optional.ofNullable(row.get(HELP_REQUESTS.TO_MEMBER_ID)),
                        Optional.ofNullable(row.get(HELP_REQUESTS.TO_TEAM_ID))),
                row.get(HELP_REQUESTS.ASKED_AT),
                Optional.ofNullable(row.get(HELP_REQUESTS.TAKEN_BY_MEMBER_ID)),
                Optional.ofNullable(row.get(HELP_REQUESTS.OUTCOME)),
                Optional.ofNullable(row.get(HELP_REQUESTS.SETTLED_BY_MEMBER_ID)),
                row.get(HELP_REQUESTS.ANSWER));
    }
}
