package org.rung.texting;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rung.accounts.AuditLog;
import org.rung.accounts.Members;
import org.rung.campaigns.CampaignId;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether somebody looks at the first texts of a new texter before they get more. Off where an organization has no rule.
 * Replies are theirs to answer all the while.
 */
@Service
public class Reviews {
    public static final int LARGEST = 200;

    private final ReviewStore store;
    private final VettingStore vettings;
    private final Members members;
    private final AuditLog audit;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Reviews(
            ReviewStore store,
            VettingStore vettings,
            Members members,
            AuditLog audit,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.vettings = vettings;
        this.members = members;
        this.audit = audit;
        this.announce = announce;
        this.clock = clock;
    }

    /** A first text that a texter sent, as it left. */
    public record Sent(ConversationId conversationId, String words, Instant sentAt) {}

    @Transactional(readOnly = true)
    public Optional<Integer> rule(Actor actor) {
        actor.must(Permission.ASSIGN);
        return store.rule(actor.organization());
    }

    /**
     * How many first texts somebody new sends before an organizer looks, 1 to 200; empty for as many as they like. Whoever
     * has texted before is not held up by a new rule.
     */
    @Transactional
    public void rule(Actor actor, Optional<Integer> firstTexts) {
        actor.must(Permission.ADMINISTER);
        var before = store.rule(actor.organization());
        if (before.equals(firstTexts)) return;
        if (firstTexts.isPresent()) {
            int many = firstTexts.get();
            if (many < 1 || many > LARGEST) throw new Problem.Invalid("firstTexts", "problem.from-to", 1, LARGEST);
            store.rule(actor.organization(), many);
            if (before.isEmpty()) store.freeWhoTexted(actor.organization(), clock.instant());
        } else {
            store.noRule(actor.organization());
        }
        audit.add(
                actor,
                "review.rule",
                "organization",
                Optional.of(actor.organization().value()),
                firstTexts.map(String::valueOf).orElse("–"));
    }

    /** Of the texters of a campaign, those who get no more until somebody has looked. */
    @Transactional(readOnly = true)
    public Set<MemberId> waiting(Actor actor, CampaignId campaignId) {
        actor.must(Permission.ASSIGN);
        return store.rule(actor.organization())
                .map(rule -> store.waiting(actor.organization(), campaignId, rule))
                .orElse(Set.of());
    }

    /** Whether this member gets no more until somebody has looked. */
    @Transactional(readOnly = true)
    public boolean waits(Actor.Member actor) {
        return store.rule(actor.organization())
                .map(rule -> vettings.bound(actor.organization(), actor.memberId(), rule))
                .filter(bound -> !store.isFree(actor.memberId()) && store.sent(actor.memberId()) >= bound)
                .isPresent();
    }

    /** What a texter sent first, the oldest first, as many as somebody looks at; without those that were looked at before. */
    @Transactional(readOnly = true)
    public List<Sent> firstTexts(Actor actor, MemberId texter) {
        actor.must(Permission.ASSIGN);
        actor.must(Permission.SEE_CONVERSATIONS);
        members.get(actor, texter);
        int rule = store.rule(actor.organization()).orElse(LARGEST);
        int looked = Math.max(0, vettings.bound(actor.organization(), texter, rule) - rule);
        return store.texts(texter, looked, rule);
    }

    /** They take as many as they like from now on. Freeing somebody twice is no fault. */
    @Transactional
    public void free(Actor actor, MemberId texter) {
        actor.must(Permission.ASSIGN);
        members.get(actor, texter);
        if (!store.free(actor.organization(), texter, actor.member(), clock.instant())) return;
        audit.add(actor, "texter.reviewed", "member", Optional.of(texter.value()), "");
        announce.publishEvent(new ConversationChanged(actor.organization(), Optional.empty(), Optional.of(texter)));
    }
}
