package org.rung.texting;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.rung.db.Tables.ASSIGNMENTS;
import static org.rung.db.Tables.CONVERSATIONS;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.UpdateSetMoreStep;
import org.rung.campaigns.CampaignId;
import org.rung.common.Id;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.contact.ContactRule;
import org.rung.contact.ContactRules;
import org.springframework.stereotype.Repository;

/** Who holds which conversations, and until when. Statements over sets only. */
@Repository
class AssignmentStore {

    /** In the order of this index nothing is sorted, so that a claim locks no more rows than it takes. */
    private static final String CONVERSATIONS_WORK = "conversations_work";

    private final DSLContext db;
    private final QueueFronts fronts;
    private final ContactRules contactRules;

    AssignmentStore(DSLContext db, QueueFronts fronts, ContactRules contactRules) {
        this.db = db;
        this.fronts = fronts;
        this.contactRules = contactRules;
    }

    /** What a lease is made of. */
    record Lease(
            AssignmentId assignmentId,
            OrganizationId organizationId,
            CampaignId campaignId,
            MemberId texter,
            AssignmentKind kind,
            Optional<Instant> until) {

        static Lease of(
                OrganizationId organizationId,
                CampaignId campaignId,
                MemberId texter,
                AssignmentKind kind,
                Optional<Instant> until) {
            return new Lease(new AssignmentId(Id.next()), organizationId, campaignId, texter, kind, until);
        }
    }

    void record(Lease lease, boolean byHand, int asked, int given, Optional<MemberId> madeBy, Instant now) {
        db.insertInto(ASSIGNMENTS)
                .set(ASSIGNMENTS.ASSIGNMENT_ID, lease.assignmentId())
                .set(ASSIGNMENTS.ORGANIZATION_ID, lease.organizationId())
                .set(ASSIGNMENTS.CAMPAIGN_ID, lease.campaignId())
                .set(ASSIGNMENTS.MEMBER_ID, lease.texter())
                .set(ASSIGNMENTS.KIND, lease.kind())
                .set(ASSIGNMENTS.BY_HAND, byHand)
                .set(ASSIGNMENTS.ASKED, asked)
                .set(ASSIGNMENTS.GIVEN, given)
                .set(ASSIGNMENTS.CREATED_AT, now)
                .set(ASSIGNMENTS.EXPIRES_AT, lease.until().orElse(null))
                .set(ASSIGNMENTS.MADE_BY_MEMBER_ID, madeBy.orElse(null))
                .execute();
    }

    /** By hand, in one statement. */
    void recordAll(List<Lease> leases, Map<MemberId, Integer> given, Optional<MemberId> madeBy, Instant now) {
        if (leases.isEmpty()) {
            return;
        }
        var insert = db.insertInto(
                ASSIGNMENTS,
                ASSIGNMENTS.ASSIGNMENT_ID,
                ASSIGNMENTS.ORGANIZATION_ID,
                ASSIGNMENTS.CAMPAIGN_ID,
                ASSIGNMENTS.MEMBER_ID,
                ASSIGNMENTS.KIND,
                ASSIGNMENTS.BY_HAND,
                ASSIGNMENTS.ASKED,
                ASSIGNMENTS.GIVEN,
                ASSIGNMENTS.CREATED_AT,
                ASSIGNMENTS.MADE_BY_MEMBER_ID);
        for (Lease lease : leases) {
            int many = given.getOrDefault(lease.texter(), 0);
            insert = insert.values(
                    lease.assignmentId(),
                    lease.organizationId(),
                    lease.campaignId(),
                    lease.texter(),
                    lease.kind(),
                    true,
                    many,
                    many,
                    now,
                    madeBy.orElse(null));
        }
        insert.execute();
    }

    void given(Lease lease, int given) {
        if (given == 0) {
            db.deleteFrom(ASSIGNMENTS)
                    .where(ASSIGNMENTS.ASSIGNMENT_ID.eq(lease.assignmentId()))
                    .execute();
        } else {
            db.update(ASSIGNMENTS)
                    .set(ASSIGNMENTS.GIVEN, given)
                    .where(ASSIGNMENTS.ASSIGNMENT_ID.eq(lease.assignmentId()))
                    .execute();
        }
    }

    /**
     * First texts for whoever asks, without waiting for others who ask at the same moment: those who know the texter
     * first, then those who know nobody, then the rest. Those whose hours are closed are left, and numbers that have had
     * as many first texts as allowed.
     */
    int claimFirstTexts(
            Lease lease, Optional<ContactRule> rule, OpenHours hours, boolean acquaintances, int wanted, Instant now) {
        List<ConversationId> claimed = new ArrayList<>();
        for (Condition whom : inTurn(lease, acquaintances)) {
            if (claimed.size() < wanted) {
                claimed.addAll(db.select(CONVERSATIONS.CONVERSATION_ID)
                        .from(CONVERSATIONS.forceIndex(CONVERSATIONS_WORK))
                        .where(unheld(lease.campaignId(), ConversationState.NEEDS_FIRST_TEXT))
                        .and(whom)
                        .and(within(hours))
                        .and(allowed(rule))
                        .orderBy(CONVERSATIONS.KNOWN_BY_MEMBER_ID, CONVERSATIONS.CONVERSATION_ID)
                        .limit(wanted - claimed.size())
                        .forUpdate()
                        .skipLocked()
                        .fetch(CONVERSATIONS.CONVERSATION_ID));
            }
        }
        if (!claimed.isEmpty()) {
            fronts.at(lease.campaignId(), claimed.getFirst());
        }
        return take(lease, wanted, claimed, now);
    }

    /** Acquaintances, strangers from the front of the queue on, strangers given back behind it, other texters' people. */
    private List<Condition> inTurn(Lease lease, boolean acquaintances) {
        List<Condition> turns = new ArrayList<>();
        List<Condition> groups = knownFirst(lease.texter());
        if (acquaintances) {
            turns.add(groups.getFirst());
        }
        Optional<ConversationId> front = fronts.of(lease.campaignId());
        if (front.isPresent()) {
            turns.add(groups.get(1).and(CONVERSATIONS.CONVERSATION_ID.ge(front.get())));
            turns.add(groups.get(1).and(CONVERSATIONS.CONVERSATION_ID.lt(front.get())));
        } else {
            turns.add(groups.get(1));
        }
        turns.add(groups.getLast());
        return turns;
    }

    /** Replies that nobody holds, oldest first. */
    int claimReplies(Lease lease, int wanted, Instant now) {
        // Found without locks, a few more than wanted: sorting would lock every waiting reply for whoever asks first.
        List<ConversationId> oldest = db.select(CONVERSATIONS.CONVERSATION_ID)
                .from(CONVERSATIONS)
                .where(unheld(lease.campaignId(), ConversationState.NEEDS_RESPONSE))
                .orderBy(CONVERSATIONS.WAITING_SINCE_AT)
                .limit(wanted * 4)
                .fetch(CONVERSATIONS.CONVERSATION_ID);
        List<ConversationId> claimed = oldest.isEmpty()
                ? List.of()
                : db.select(CONVERSATIONS.CONVERSATION_ID)
                        .from(CONVERSATIONS)
                        .where(CONVERSATIONS.CONVERSATION_ID.in(oldest))
                        .and(unheld(lease.campaignId(), ConversationState.NEEDS_RESPONSE))
                        .limit(wanted)
                        .forUpdate()
                        .skipLocked()
                        .fetch(CONVERSATIONS.CONVERSATION_ID);
        return take(lease, wanted, claimed, now);
    }

    /** An organizer's hand-out: a few statements for each group, whatever the number. */
    int handOut(Lease lease, Optional<ContactRule> rule, int wanted) {
        List<Condition> turns = inTurn(lease, true);
        int given = 0;
        for (Condition whom : turns.subList(0, turns.size() - 1)) {
            for (int some = -1; some != 0 && given < wanted; given += some) {
                some = giveUpTo(lease, whom.and(allowed(rule)), wanted - given);
            }
        }
        return given == wanted
                ? given
                : given + giveSorted(lease, turns.getLast().and(allowed(rule)), wanted - given);
    }

    /** Whoever of one group comes first in the queue: to the last of them by the order of the index, so that nothing is sorted. */
    private int giveUpTo(Lease lease, Condition whom, int wanted) {
        Condition unheld =
                unheld(lease.campaignId(), ConversationState.NEEDS_FIRST_TEXT).and(whom);
        Optional<ConversationId> last = db.select(CONVERSATIONS.CONVERSATION_ID)
                .from(CONVERSATIONS.forceIndex(CONVERSATIONS_WORK))
                .where(unheld)
                .orderBy(CONVERSATIONS.CONVERSATION_ID)
                .limit(1)
                .offset(wanted - 1)
                .fetchOptional(CONVERSATIONS.CONVERSATION_ID);
        int given = given(lease)
                .where(unheld)
                .and(last.map(CONVERSATIONS.CONVERSATION_ID::le).orElse(noCondition()))
                .limit(wanted)
                .execute();
        last.ifPresent(front -> fronts.at(lease.campaignId(), front));
        return given;
    }

    private int giveSorted(Lease lease, Condition whom, int wanted) {
        return given(lease)
                .where(unheld(lease.campaignId(), ConversationState.NEEDS_FIRST_TEXT))
                .and(whom)
                .orderBy(CONVERSATIONS.KNOWN_BY_MEMBER_ID, CONVERSATIONS.CONVERSATION_ID)
                .limit(wanted)
                .execute();
    }

    private UpdateSetMoreStep<?> given(Lease lease) {
        return db.update(CONVERSATIONS.forceIndex(CONVERSATIONS_WORK))
                .set(CONVERSATIONS.MEMBER_ID, lease.texter())
                .set(CONVERSATIONS.ASSIGNMENT_ID, lease.assignmentId())
                .set(CONVERSATIONS.LEASED_UNTIL_AT, lease.until().orElse(null));
    }

    private int take(Lease lease, int asked, List<ConversationId> claimed, Instant now) {
        if (claimed.isEmpty()) {
            return 0;
        }
        record(lease, false, asked, claimed.size(), Optional.of(lease.texter()), now);
        return db.update(CONVERSATIONS)
                .set(CONVERSATIONS.MEMBER_ID, lease.texter())
                .set(CONVERSATIONS.ASSIGNMENT_ID, lease.assignmentId())
                .set(CONVERSATIONS.LEASED_UNTIL_AT, lease.until().orElse(null))
                .where(CONVERSATIONS.CONVERSATION_ID.in(claimed))
                .execute();
    }

    static Condition unheld(CampaignId campaignId, ConversationState state) {
        return CONVERSATIONS
                .CAMPAIGN_ID
                .eq(campaignId)
                .and(CONVERSATIONS.STATE.eq(state))
                .and(CONVERSATIONS.MEMBER_ID.isNull())
                .and(theirs(state));
    }

    /** Replies that are with an organizer are no texter's work; of first texts none is, and the work index alone answers. */
    static Condition theirs(ConversationState state) {
        return state == ConversationState.NEEDS_RESPONSE ? CONVERSATIONS.HELP_SINCE_AT.isNull() : noCondition();
    }

    /** Those with these hours; the work index has the number of each, so that nobody who sleeps is read. */
    static Condition within(OpenHours hours) {
        if (hours.everyone()) {
            return noCondition();
        }
        Condition open = CONVERSATIONS.HOURS_NUMBER.in(hours.numbers());
        return hours.others() ? open.or(CONVERSATIONS.HOURS_NUMBER.isNull()) : open;
    }

    private static List<Condition> knownFirst(MemberId texter) {
        return List.of(
                CONVERSATIONS.KNOWN_BY_MEMBER_ID.eq(texter),
                CONVERSATIONS.KNOWN_BY_MEMBER_ID.isNull(),
                CONVERSATIONS.KNOWN_BY_MEMBER_ID.ne(texter));
    }

    /** Without a rule, everyone: the campaign may text whomever it likes. */
    private Condition allowed(Optional<ContactRule> rule) {
        return rule.map(one -> not(contactRules.atLimit(one, CONVERSATIONS.ORGANIZATION_ID, CONVERSATIONS.PHONE)))
                .orElse(noCondition());
    }
}
