package org.rung.texting;

import static org.rung.db.Tables.CONVERSATIONS;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.rung.contact.ContactRule;
import org.springframework.stereotype.Repository;

/** Texters take conversations that nobody holds, without waiting for others who ask at the same moment. */
@Repository
class ClaimStore {
    private final DSLContext db;
    private final AssignmentStore assignments;
    private final TurnStore turns;
    private final QueueFronts fronts;

    ClaimStore(DSLContext db, AssignmentStore assignments, TurnStore turns, QueueFronts fronts) {
        this.db = db;
        this.assignments = assignments;
        this.turns = turns;
        this.fronts = fronts;
    }

    /**
     * First texts for whoever asks, without waiting for others who ask at the same moment: those who know the texter
     * first, then those who know nobody, then the rest. Those whose hours are closed are left, and numbers that have had
     * as many first texts as allowed.
     */
    int claimFirstTexts(
            Lease lease,
            Optional<ContactRule> rule,
            OpenHours hours,
            boolean acquaintances,
            Tongues tongues,
            int wanted,
            Instant now) {
        List<ConversationId> claimed = new ArrayList<>();
        for (Condition whom : turns.of(lease, acquaintances, tongues, UnheldStore.within(hours), wanted)) {
            if (claimed.size() < wanted) {
                claimed.addAll(db.select(CONVERSATIONS.CONVERSATION_ID)
                        .from(CONVERSATIONS.forceIndex(UnheldStore.WORK))
                        .where(UnheldStore.of(lease.campaignId(), ConversationState.NEEDS_FIRST_TEXT))
                        .and(whom)
                        .and(UnheldStore.within(hours))
                        .and(turns.allowed(lease.campaignId(), rule))
                        .orderBy(CONVERSATIONS.KNOWN_BY_MEMBER_ID, CONVERSATIONS.CONVERSATION_ID)
                        .limit(wanted - claimed.size())
                        .forUpdate()
                        .skipLocked()
                        .fetch(CONVERSATIONS.CONVERSATION_ID));
            }
        }
        // Whoever was chosen for their language stands anywhere in the queue, and marks no front.
        if (!claimed.isEmpty() && tongues.mine().isEmpty()) {
            fronts.at(lease.campaignId(), claimed.getFirst());
        }
        return take(lease, wanted, claimed, now);
    }

    /** As above, but by lot. */
    int claimSample(
            Lease lease, Optional<ContactRule> rule, OpenHours hours, Tongues tongues, int wanted, Instant now) {
        return take(lease, wanted, turns.byLot(lease, rule, UnheldStore.within(hours), tongues, wanted), now);
    }

    /** Replies that nobody holds, oldest first. */
    int claimReplies(Lease lease, Tongues tongues, int wanted, Instant now) {
        int given =
                tongues.mine().isEmpty() ? 0 : claimReplies(lease, TongueStore.speaking(tongues.mine()), wanted, now);
        return given == wanted
                ? given
                : given + claimReplies(lease.anew(), TongueStore.notSpeaking(tongues.others()), wanted - given, now);
    }

    private int claimReplies(Lease lease, Condition whom, int wanted, Instant now) {
        // Found without locks, a few more than wanted: sorting would lock every waiting reply for whoever asks first.
        List<ConversationId> oldest = db.select(CONVERSATIONS.CONVERSATION_ID)
                .from(CONVERSATIONS)
                .where(UnheldStore.of(lease.campaignId(), ConversationState.NEEDS_RESPONSE))
                .and(whom)
                .orderBy(CONVERSATIONS.WAITING_SINCE_AT)
                .limit(wanted * 4)
                .fetch(CONVERSATIONS.CONVERSATION_ID);
        List<ConversationId> claimed = oldest.isEmpty()
                ? List.of()
                : db.select(CONVERSATIONS.CONVERSATION_ID)
                        .from(CONVERSATIONS)
                        .where(CONVERSATIONS.CONVERSATION_ID.in(oldest))
                        .and(UnheldStore.of(lease.campaignId(), ConversationState.NEEDS_RESPONSE))
                        .limit(wanted)
                        .forUpdate()
                        .skipLocked()
                        .fetch(CONVERSATIONS.CONVERSATION_ID);
        return take(lease, wanted, claimed, now);
    }

    private int take(Lease lease, int asked, List<ConversationId> claimed, Instant now) {
        if (claimed.isEmpty()) {
            return 0;
        }
        assignments.record(lease, false, asked, claimed.size(), Optional.of(lease.texter()), now);
        return db.update(CONVERSATIONS)
                .set(CONVERSATIONS.MEMBER_ID, lease.texter())
                .set(CONVERSATIONS.ASSIGNMENT_ID, lease.assignmentId())
                .set(CONVERSATIONS.LEASED_UNTIL_AT, lease.until().orElse(null))
                .where(CONVERSATIONS.CONVERSATION_ID.in(claimed))
                .execute();
    }
}
