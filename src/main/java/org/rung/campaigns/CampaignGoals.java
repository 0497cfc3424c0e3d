package org.rung.campaigns;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rung.accounts.AuditLog;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.ladder.Ladder;
import org.rung.ladder.Ladders;
import org.rung.ladder.Reached;
import org.rung.ladder.Reaching;
import org.rung.ladder.RungId;
import org.rung.ladder.RungsGone;
import org.rung.ladder.StartingWords;
import org.rung.scripts.Looking;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Campaigns that want people to come to a rung of a ladder, instead of doing one thing. */
@Service
public class CampaignGoals {
    private final TermsStore store;
    private final CampaignChanges changes;
    private final CampaignNotes notes;
    private final Ladders ladders;
    private final Reaching reaching;
    private final AuditLog audit;

    CampaignGoals(
            TermsStore store,
            CampaignChanges changes,
            CampaignNotes notes,
            Ladders ladders,
            Reaching reaching,
            AuditLog audit) {
        this.store = store;
        this.changes = changes;
        this.notes = notes;
        this.ladders = ladders;
        this.reaching = reaching;
        this.audit = audit;
    }

    /** The ladders whose rungs a campaign may be after; everyone is on the lowest one already. */
    @Transactional(readOnly = true)
    public List<Ladder> ladders(Actor actor) {
        Looking.must(actor);
        return ladders.of(actor.organization());
    }

    /**
     * What a draft is after: a rung above the lowest one, in place of any deed; empty for neither rung nor deed.
     *
     * @throws Problem.Conflict once it has started
     */
    @Transactional
    public void reach(Actor actor, CampaignId campaignId, Optional<RungId> rung) {
        actor.must(Permission.RUN_CAMPAIGNS);
        var before = changes.open(actor, campaignId);
        if (before.terms().goalRung().equals(rung)) return;
        if (before.state() != CampaignState.DRAFT) throw new Problem.Conflict("problem.campaign-keeps.goal");
        rung.map(wanted -> reaching.of(actor.organization(), wanted)
                        .orElseThrow(() -> new Problem.Missing("rung", wanted)))
                .filter(reached -> reached.rung().position() == 1)
                .ifPresent(lowest -> {
                    throw new Problem.Invalid("rung", "problem.campaign-goal-lowest");
                });
        var noted = notes.reaching(actor.organization(), before, rung);
        store.reach(actor.organization(), campaignId, rung);
        audit.add(actor, "campaign.changed", "campaign", Optional.of(campaignId.value()), noted);
        changes.announce(actor, campaignId, before.state());
    }

    /** The rung that a campaign is after, and who has come to it; empty without one. */
    @Transactional(readOnly = true)
    public Optional<Reached> of(OrganizationId organizationId, Campaign campaign) {
        return campaign.terms().goalRung().flatMap(rung -> reaching.of(organizationId, rung));
    }

    /** What that rung is called. */
    @Transactional(readOnly = true)
    public Optional<String> called(OrganizationId organizationId, Campaign campaign, Locale reader) {
        return of(organizationId, campaign)
                .map(reached -> StartingWords.in(reader, reached.rung().name()));
    }

    /** A rung that went into another: campaigns go on with that one, as its people do. */
    @EventListener
    void gone(RungsGone gone) {
        gone.into().forEach((from, into) -> store.reachInstead(gone.organizationId(), from, into));
    }
}
