package org.rung.campaigns;

import java.util.Comparator;
import java.util.List;
import org.rung.accounts.Landings;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.springframework.stereotype.Component;

/** Campaigns that an invitation may lead to: who takes it has texts to send at once. */
@Component
class CampaignLandings implements Landings {
    private static final int MOST = 50;

    private final Campaigns campaigns;

    CampaignLandings(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public List<Landing> of(Actor actor) {
        return campaigns.page(actor, Page.Wanted.first(MOST)).rows().stream()
                .filter(campaign -> campaign.state() != CampaignState.ENDED)
                .sorted(Comparator.comparing(campaign -> campaign.state() != CampaignState.RUNNING))
                .map(campaign -> new Landing(campaign.campaignId().value(), campaign.name()))
                .toList();
    }
}
