package org.rung.campaigns;

import org.rung.common.Actor;

/** Reckons what a campaign will take; texting does, which knows people's hours. */
public interface Planning {
    SendPlan plan(Actor actor, CampaignId campaignId);
}
