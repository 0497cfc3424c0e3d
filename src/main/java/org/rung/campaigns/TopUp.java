package org.rung.campaigns;

import org.rung.common.Actor;

/** Adds whoever has come into a campaign's live turf since it started; texting does it. */
public interface TopUp {
    /** @return how many conversations were added; nobody twice */
    int topUp(Actor actor, CampaignId campaignId);
}
