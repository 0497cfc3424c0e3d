package org.rung.campaigns;

import org.rung.common.Actor;
import org.rung.common.MemberId;

/** Gives first texts of a running campaign to a texter; texting does it. */
public interface Handout {
    /** @return what became of it, for the organizer to read: how many were given, and the one reason when fewer than asked */
    String handOut(Actor actor, CampaignId campaignId, MemberId texter, int count);
}
