package org.rung.campaigns;

import java.util.List;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Permission;
import org.rung.people.Supporter;
import org.rung.people.SupporterId;
import org.rung.scripts.Occasion;
import org.rung.scripts.Occasions;
import org.rung.scripts.ScriptId;
import org.springframework.stereotype.Component;

/** Campaigns as what a script is written for: it is tried on the campaign's turf, and a draft takes it. */
@Component
class CampaignOccasions implements Occasions {
    private final Campaigns campaigns;
    private final Reach reach;

    CampaignOccasions(Campaigns campaigns, Reach reach) {
        this.campaigns = campaigns;
        this.reach = reach;
    }

    @Override
    public Occasion get(Actor actor, String text) {
        var campaign = campaigns.get(actor, new CampaignId(Id.parse("campaign", text)));
        return new ForCampaign(campaign.campaignId(), campaign.name());
    }

    private class ForCampaign implements Occasion {
        private final CampaignId campaignId;
        private final String name;

        ForCampaign(CampaignId campaignId, String name) {
            this.campaignId = campaignId;
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String text() {
            return campaignId.text();
        }

        @Override
        public String path() {
            return CampaignsPaths.campaign(campaignId);
        }

        @Override
        public List<Supporter> some(Actor actor, Optional<SupporterId> after, int most) {
            return reach.some(actor, campaignId, after, most);
        }

        @Override
        public void take(Actor actor, ScriptId scriptId) {
            var now = campaigns.get(actor, campaignId);
            if (now.state() == CampaignState.DRAFT && actor.may(Permission.RUN_CAMPAIGNS))
                campaigns.change(actor, campaignId, CampaignDraft.of(now).withScript(Optional.of(scriptId)));
        }
    }
}
