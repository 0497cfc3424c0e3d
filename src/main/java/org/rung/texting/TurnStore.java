package org.rung.texting;

import static org.jooq.impl.DSL.not;
import static org.rung.db.Tables.CONVERSATIONS;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.rung.campaigns.CampaignId;
import org.rung.common.MemberId;
import org.rung.consent.Suppressions;
import org.rung.contact.ContactRule;
import org.rung.contact.ContactRules;
import org.springframework.stereotype.Repository;

/** Whose turn it is among those who wait for their first text. */
@Repository
class TurnStore {
    private final QueueFronts fronts;
    private final ContactRules contactRules;
    private final Suppressions suppressions;
    private final TongueStore tongues;
    private final SampleOrderStore samples;

    TurnStore(
            QueueFronts fronts,
            ContactRules contactRules,
            Suppressions suppressions,
            TongueStore tongues,
            SampleOrderStore samples) {
        this.fronts = fronts;
        this.contactRules = contactRules;
        this.suppressions = suppressions;
        this.tongues = tongues;
        this.samples = samples;
    }

    /**
     * Acquaintances, those whose language the texter writes, strangers from the front of the queue on, strangers given back
     * behind it, other texters' people. Whoever speaks what another texter writes, who has room, is left to them.
     */
    List<Condition> of(Lease lease, boolean acquaintances, Tongues tongues, Condition reachable, int wanted) {
        List<Condition> turns = new ArrayList<>();
        List<Condition> groups = knownFirst(lease.texter());
        if (acquaintances) {
            turns.add(groups.getFirst());
        }
        if (!tongues.mine().isEmpty()) {
            Condition queue = UnheldStore.of(lease.campaignId(), ConversationState.NEEDS_FIRST_TEXT)
                    .and(groups.get(1))
                    .and(reachable);
            List<ConversationId> speakers = speakers(queue, tongues, wanted);
            if (!speakers.isEmpty()) {
                turns.add(CONVERSATIONS.CONVERSATION_ID.in(speakers));
            }
        }
        Condition left = TongueStore.notSpeaking(tongues.others());
        Optional<ConversationId> front = fronts.of(lease.campaignId());
        if (front.isPresent()) {
            turns.add(groups.get(1)
                    .and(CONVERSATIONS.CONVERSATION_ID.ge(front.get()))
                    .and(left));
            turns.add(groups.get(1)
                    .and(CONVERSATIONS.CONVERSATION_ID.lt(front.get()))
                    .and(left));
        } else {
            turns.add(groups.get(1).and(left));
        }
        turns.add(groups.getLast().and(left));
        return turns;
    }

    /** A few more than wanted: others take some of them at the same moment. */
    private List<ConversationId> speakers(Condition queue, Tongues tongues, int wanted) {
        return this.tongues.speaking(queue, tongues.mine(), (int) Math.min(4L * wanted, 2_000));
    }

    /** By lot: whose turn it is in a sample, nobody's acquaintance and no place in the queue decides. */
    List<ConversationId> byLot(
            Lease lease, Optional<ContactRule> rule, Condition reachable, Tongues tongues, int wanted) {
        return samples.next(
                lease.organizationId(),
                lease.campaignId(),
                UnheldStore.of(lease.campaignId(), ConversationState.NEEDS_FIRST_TEXT)
                        .and(reachable)
                        .and(TongueStore.notSpeaking(tongues.others()))
                        .and(allowed(lease.campaignId(), rule)),
                wanted);
    }

    /** Nobody whom the do-not-text list keeps. Without a rule, however often: the campaign may text as it likes. */
    Condition allowed(CampaignId campaignId, Optional<ContactRule> rule) {
        Condition free = not(suppressions.keeps(
                CONVERSATIONS.ORGANIZATION_ID, CONVERSATIONS.PHONE, Optional.of(campaignId.value())));
        return rule.map(one -> not(contactRules.atLimit(one, CONVERSATIONS.ORGANIZATION_ID, CONVERSATIONS.PHONE)))
                .map(free::and)
                .orElse(free);
    }

    private static List<Condition> knownFirst(MemberId texter) {
        return List.of(
                CONVERSATIONS.KNOWN_BY_MEMBER_ID.eq(texter),
                CONVERSATIONS.KNOWN_BY_MEMBER_ID.isNull(),
                CONVERSATIONS.KNOWN_BY_MEMBER_ID.ne(texter));
    }
}
