package org.rung.campaigns;

import org.rung.common.Actor;
import org.rung.common.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** A campaign held until the transaction ends, so that its changes come one after the other, and are told of. */
@Component
class CampaignChanges {
    private final CampaignStore store;
    private final ReachStore around;
    private final ApplicationEventPublisher announcements;

    CampaignChanges(CampaignStore store, ReachStore around, ApplicationEventPublisher announcements) {
        this.store = store;
        this.around = around;
        this.announcements = announcements;
    }

    Campaign locked(Actor actor, CampaignId campaignId) {
        return store.lock(actor.organization(), campaignId)
                .orElseThrow(() -> new Problem.Missing("campaign", campaignId));
    }

    /** One that may still change. */
    Campaign open(Actor actor, CampaignId campaignId) {
        var campaign = locked(actor, campaignId);
        mustNotHaveEnded(campaign);
        return campaign;
    }

    static void mustNotHaveEnded(Campaign campaign) {
        if (campaign.state() == CampaignState.ENDED) throw new Problem.Conflict("problem.campaign-ended");
    }

    static void mustBeNoTemplate(Campaign campaign) {
        if (campaign.terms().template()) throw new Problem.Conflict("problem.campaign-template");
    }

    /** What people were told when it started stays as it was. */
    static void mustKeep(Campaign before, CampaignDraft draft) {
        if (!draft.turf().equals(before.turf())) throw new Problem.Conflict("problem.campaign-keeps.turf");
        if (!draft.script().equals(before.script())) throw new Problem.Conflict("problem.campaign-keeps.script");
        if (!draft.goal().equals(before.goal())) throw new Problem.Conflict("problem.campaign-keeps.goal");
    }

    /** A draft refers to nothing of another organization. */
    void mustBeOurs(Actor actor, CampaignDraft draft) {
        draft.turf().filter(turf -> !around.hasTurf(actor.organization(), turf)).ifPresent(turf -> {
            throw new Problem.Missing("turf", turf);
        });
        draft.script()
                .filter(script -> !around.hasScript(actor.organization(), script))
                .ifPresent(script -> {
                    throw new Problem.Missing("script", script);
                });
    }

    void announce(Actor actor, CampaignId campaignId, CampaignState state) {
        announcements.publishEvent(new CampaignChanged(actor.organization(), campaignId, state));
    }
}
