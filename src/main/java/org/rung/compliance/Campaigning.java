package org.rung.compliance;

import java.util.Optional;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.Campaigns;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.consent.SuppressionScope;
import org.springframework.stereotype.Component;

/** Consent never looks inside an occasion; here it is a campaign. */
@Component
class Campaigning {
    private final Campaigns campaigns;

    Campaigning(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    /** @throws Problem.Missing for a campaign of nobody here */
    void mustBeOurs(Actor actor, SuppressionScope scope) {
        if (scope instanceof SuppressionScope.Within within
                && campaigns
                        .find(actor.organization(), new CampaignId(within.occasion()))
                        .isEmpty()) {
            throw new Problem.Missing("campaign", new CampaignId(within.occasion()));
        }
    }

    /** Empty when it is none, or gone. */
    Optional<String> name(Actor actor, SuppressionScope scope) {
        return scope instanceof SuppressionScope.Within within
                ? campaigns
                        .find(actor.organization(), new CampaignId(within.occasion()))
                        .map(campaign -> campaign.name())
                : Optional.empty();
    }
}
