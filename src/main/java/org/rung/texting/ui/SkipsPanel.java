package org.rung.texting.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.rung.accounts.Members;
import org.rung.accounts.Organizations;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignPanel;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.texting.Skips;

/** On a campaign's page: whom texters left out, by reason. */
@org.springframework.stereotype.Component
class SkipsPanel implements CampaignPanel {

    private final Skips skips;
    private final Members members;
    private final Organizations organizations;

    SkipsPanel(Skips skips, Members members, Organizations organizations) {
        this.skips = skips;
        this.members = members;
        this.organizations = organizations;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Optional<Component> panel(Actor actor, CampaignId campaignId) {
        if (!actor.may(Permission.SEE_CONVERSATIONS)) {
            return Optional.empty();
        }
        var counts = skips.counts(actor, campaignId);
        return counts.isEmpty()
                ? Optional.empty()
                : Optional.of(new SkipsCard(
                        skips,
                        members,
                        actor,
                        campaignId,
                        counts,
                        organizations.get(actor.organization()).zone()));
    }
}
