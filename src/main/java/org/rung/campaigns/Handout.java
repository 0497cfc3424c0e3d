package org.rung.campaigns;

import java.time.Duration;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.common.MemberId;

/** Gives first texts of a running campaign to a texter; texting does it. */
public interface Handout {
    /**
     * @param returnsAfter when what is unsent comes back; empty for never
     * @return what became of it, for the organizer to read: how many were given, and the one reason when fewer than asked
     */
    String handOut(Actor actor, CampaignId campaignId, MemberId texter, int count, Optional<Duration> returnsAfter);
}
