package org.rung.campaigns.ui;

import static org.rung.campaigns.ui.Pieces.*;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import org.rung.campaigns.Campaign;
import org.rung.campaigns.CampaignProgress;
import org.rung.campaigns.CampaignState;
import org.rung.campaigns.CampaignsPaths;

/** One campaign in the list, and how far it is. */
class CampaignLine extends Anchor {
    private final Span waiting = span("chip warn", "");
    private final Div bar = bar(0, 0);
    private final Span texted = span("muted small num", "");

    CampaignLine(Campaign campaign) {
        var name = new H2(campaign.name());
        waiting.setVisible(false);
        setHref(CampaignsPaths.campaign(campaign.campaignId()));
        add(div("row wrap", name, waiting, state(this, campaign.state())));
        addClassNames("card", "campaign-row");
        if (campaign.state() == CampaignState.DRAFT) add(span("muted small", getTranslation("campaigns.list.draft")));
        else add(bar, texted);
    }

    void show(CampaignProgress.Counts counts) {
        waiting.setVisible(counts.needsResponse() > 0);
        waiting.setText(getTranslation("campaigns.list.waiting", counts.needsResponse()));
        fill(bar, counts.texted(), counts.all());
        texted.setText(getTranslation("campaigns.list.texted", counts.texted(), counts.all()));
    }
}
