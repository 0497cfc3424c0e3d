package org.rung.texting;

import static org.jooq.impl.DSL.noCondition;
import static org.rung.db.Tables.CONVERSATIONS;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.UpdateSetMoreStep;
import org.rung.contact.ContactRule;
import org.springframework.stereotype.Repository;

/** Organizers give first texts to texters: a few statements for each group, whatever the number. */
@Repository
class HandOutStore {
    private final DSLContext db;
    private final TurnStore turns;
    private final QueueFronts fronts;

    HandOutStore(DSLContext db, TurnStore turns, QueueFronts fronts) {
        this.db = db;
        this.turns = turns;
        this.fronts = fronts;
    }

    /** An organizer's hand-out: a few statements for each group, whatever the number. */
    int handOut(Lease lease, Optional<ContactRule> rule, Tongues tongues, int wanted) {
        // Whom an organizer gives by hand is theirs to say: nobody is left for others.
        List<Condition> groups =
                turns.of(lease, true, new Tongues(tongues.mine(), Set.of()), noCondition(), Math.min(wanted, 500));
        int given = 0;
        for (Condition whom : groups.subList(0, groups.size() - 1)) {
            for (int some = -1; some != 0 && given < wanted; given += some) {
                some = giveUpTo(lease, whom.and(turns.allowed(lease.campaignId(), rule)), wanted - given);
            }
        }
        if (!tongues.mine().isEmpty()) {
            fronts.forget(lease.campaignId());
        }
        return given == wanted
                ? given
                : given
                        + giveSorted(
                                lease, groups.getLast().and(turns.allowed(lease.campaignId(), rule)), wanted - given);
    }

    /** Whoever of one group comes first in the queue: to the last of them by the order of the index, so that nothing is sorted. */
    private int giveUpTo(Lease lease, Condition whom, int wanted) {
        Condition unheld = UnheldStore.of(lease.campaignId(), ConversationState.NEEDS_FIRST_TEXT)
                .and(whom);
        Optional<ConversationId> last = db.select(CONVERSATIONS.CONVERSATION_ID)
                .from(CONVERSATIONS.forceIndex(UnheldStore.WORK))
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
                .where(UnheldStore.of(lease.campaignId(), ConversationState.NEEDS_FIRST_TEXT))
                .and(whom)
                .orderBy(CONVERSATIONS.KNOWN_BY_MEMBER_ID, CONVERSATIONS.CONVERSATION_ID)
                .limit(wanted)
                .execute();
    }

    private UpdateSetMoreStep<?> given(Lease lease) {
        return db.update(CONVERSATIONS.forceIndex(UnheldStore.WORK))
                .set(CONVERSATIONS.MEMBER_ID, lease.texter())
                .set(CONVERSATIONS.ASSIGNMENT_ID, lease.assignmentId())
                .set(CONVERSATIONS.LEASED_UNTIL_AT, lease.until().orElse(null));
    }

    /** Of a sample likewise, by lot. */
    int sample(Lease lease, Optional<ContactRule> rule, int wanted) {
        List<ConversationId> given = turns.byLot(lease, rule, noCondition(), Tongues.NONE, wanted);
        return given.isEmpty()
                ? 0
                : given(lease).where(CONVERSATIONS.CONVERSATION_ID.in(given)).execute();
    }
}
