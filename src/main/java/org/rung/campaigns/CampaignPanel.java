package org.rung.campaigns;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.rung.common.Actor;

/** What a room adds to the page of a campaign that has started. */
public interface CampaignPanel {
    /** Panels are shown in this order. */
    int order();

    /** Empty where there is nothing to show, or nothing that they may see. */
    Optional<Component> panel(Actor actor, CampaignId campaignId);
}
