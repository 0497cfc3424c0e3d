package org.rung.live.ui;

import static org.rung.live.ui.LiveWords.div;
import static org.rung.live.ui.LiveWords.say;
import static org.rung.live.ui.LiveWords.span;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import java.util.Optional;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignPanel;
import org.rung.campaigns.CampaignsPaths;
import org.rung.common.Actor;
import org.rung.common.Permission;

/** The way from a campaign to its live page. */
@org.springframework.stereotype.Component
class LiveWay implements CampaignPanel {
    @Override
    public int order() {
        return 1;
    }

    @Override
    public Optional<Component> panel(Actor actor, CampaignId campaignId) {
        if (!actor.may(Permission.SEE_CONVERSATIONS)) return Optional.empty();
        var way = new Anchor("/" + CampaignsPaths.live(campaignId), say("live.open"));
        way.addClassName("btn");
        return Optional.of(div("row wrap", way, span("small muted", say("live.open.how"))));
    }
}
