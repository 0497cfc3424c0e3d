package org.rung.help;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.noCondition;
import static org.rung.db.Tables.HELP_REQUESTS;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
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
                        .set(HELP_REQUESTS.TO_MEMBER_ID, draft.to().orElse(null))
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

    /** For anyone or for them, and not taken by somebody else. */
    Map<MemberId, Integer> waiting(OrganizationId organization, Collection<MemberId> members) {
        var open = db.select(HELP_REQUESTS.TO_MEMBER_ID, HELP_REQUESTS.TAKEN_BY_MEMBER_ID, count())
                .from(HELP_REQUESTS.forceIndex("help_requests_waiting"))
                .where(HELP_REQUESTS.ORGANIZATION_ID.eq(organization))
                .and(HELP_REQUESTS.SETTLED_AT.isNull())
                .groupBy(HELP_REQUESTS.TO_MEMBER_ID, HELP_REQUESTS.TAKEN_BY_MEMBER_ID)
                .fetch();
        return members.stream()
                .collect(Collectors.toMap(
                        member -> member,
                        member -> open.stream()
                                .filter(group -> group.value2() == null
                                        ? group.value1() == null
                                                || group.value1().equals(member)
                                        : group.value2().equals(member))
                                .mapToInt(group -> group.value3())
                                .sum()));
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
                Optional.ofNullable(row.get(HELP_REQUESTS.TO_MEMBER_ID)),
                row.get(HELP_REQUESTS.ASKED_AT),
                Optional.ofNullable(row.get(HELP_REQUESTS.TAKEN_BY_MEMBER_ID)),
                Optional.ofNullable(row.get(HELP_REQUESTS.OUTCOME)),
                Optional.ofNullable(row.get(HELP_REQUESTS.SETTLED_BY_MEMBER_ID)),
                row.get(HELP_REQUESTS.ANSWER));
    }
}
