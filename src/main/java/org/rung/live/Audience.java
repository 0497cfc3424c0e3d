package org.rung.live;

import org.rung.campaigns.CampaignId;
import org.rung.common.MemberId;
import org.rung.teams.TeamId;

/** Which texters are told something: whoever is of it when they look, and has joined before it was told. */
public sealed interface Audience {
    /** Every member who may text and is not suspended. */
    record Everyone() implements Audience {}

    record OfCampaign(CampaignId campaignId) implements Audience {}

    record OfTeam(TeamId teamId) implements Audience {}

    /** Whoever is known to write that language. */
    record Speaking(String language) implements Audience {}

    record One(MemberId member) implements Audience {}
}
