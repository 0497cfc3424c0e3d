package org.rung.texting;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.rung.campaigns.CampaignId;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People whom texters left out, and why. {@link Outcomes#reopen} takes it back. */
@Service
public class Skips {

    private final SkipStore store;
    private final ClosingStore closing;
    private final ConversationStore conversations;
    private final Holding holding;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Skips(
            SkipStore store,
            ClosingStore closing,
            ConversationStore conversations,
            Holding holding,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.closing = closing;
        this.conversations = conversations;
        this.holding = holding;
        this.announce = announce;
        this.clock = clock;
    }

    /**
     * No first text for this one. Skipping twice is no fault, and keeps the first reason.
     *
     * @throws Problem.Conflict when its first text has been sent, or it was closed for another reason, meanwhile
     */
    @Transactional
    public void skip(Actor actor, ConversationId conversationId, Skip skip) {
        Conversation found = holding.toAct(actor, conversationId);
        CampaignId campaign = found.campaign().orElseThrow(() -> new Problem.Conflict("problem.first-sent"));
        if (closing.skip(actor.organization(), conversationId, clock.instant())) {
            store.save(actor.organization(), campaign, conversationId, actor.member(), skip, clock.instant());
            announce.publishEvent(
                    new ConversationChanged(actor.organization(), Optional.of(conversationId), found.texter()));
            return;
        }
        Optional<ClosedReason> closed =
                conversations.lock(actor.organization(), conversationId).flatMap(Conversation::closedReason);
        if (closed.isEmpty()) {
            throw new Problem.Conflict("problem.first-sent");
        }
        if (closed.get() != ClosedReason.SKIPPED) {
            throw new Problem.Conflict("problem.closed-before");
        }
    }

    /** How many of a campaign are left out now, by reason; reasons that nobody gave are absent. */
    @Transactional(readOnly = true)
    public Map<SkipReason, Integer> counts(Actor actor, CampaignId campaignId) {
        actor.must(Permission.SEE_CONVERSATIONS);
        return store.counts(actor.organization(), campaignId);
    }

    /** Those left out for one reason, the newest of the campaign's conversations first. */
    @Transactional(readOnly = true)
    public Page<SkippedRow> page(Actor actor, CampaignId campaignId, SkipReason reason, Page.Wanted wanted) {
        actor.must(Permission.SEE_CONVERSATIONS);
        var after = wanted.after().map(text -> new ConversationId(Id.parse("cursor", text)));
        var rows = store.page(actor.organization(), campaignId, reason, after, wanted.size() + 1);
        if (rows.size() <= wanted.size()) {
            return new Page<>(rows, Optional.empty());
        }
        var shown = rows.subList(0, wanted.size());
        return new Page<>(shown, Optional.of(shown.getLast().conversationId().text()));
    }
}
