package org.rung.texting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.rung.campaigns.CampaignsPaths;
import org.rung.ladder.LadderPaths;
import org.rung.texting.Home;
import org.rung.texting.HomeCard;

/** How far the newest of the running campaigns are, for those who see them all. */
class RunningCard extends HomeCard {

    RunningCard(Component screen, Home.Running running, boolean seesLadder) {
        super(
                screen.getTranslation("texting.home.running", running.count()),
                screen.getTranslation(running.count() == 0 ? "texting.home.runningNone" : "texting.home.runningSome"),
                ways(screen, seesLadder));
        running.newest().forEach(campaign -> add(progress(screen, campaign)));
    }

    private static Component ways(Component screen, boolean seesLadder) {
        Div ways = new Div(way(screen, "texting.home.campaigns", CampaignsPaths.CAMPAIGNS, false));
        if (seesLadder) {
            ways.add(way(screen, "texting.home.ladder", LadderPaths.LADDER, false));
        }
        ways.addClassName("actions");
        return ways;
    }

    private static Component progress(Component screen, Home.Progress campaign) {
        Span name = new Span(campaign.name());
        name.addClassNames("strong", "grow", "clip");
        Span texted = new Span(screen.getTranslation("texting.home.texted", campaign.texted(), campaign.all()));
        texted.addClassNames("small", "muted", "num");
        Div top = new Div(name);
        if (campaign.waiting() > 0) {
            Span waiting = new Span(screen.getTranslation("texting.home.replies", campaign.waiting()));
            waiting.addClassNames("chip", "warn");
            top.add(waiting);
        }
        top.addClassNames("row");
        Anchor line = new Anchor(
                "/" + CampaignsPaths.campaign(campaign.campaignId()),
                top,
                new FilledBar(campaign.all() == 0 ? 0 : 100.0 * campaign.texted() / campaign.all()),
                texted);
        line.addClassName("home-campaign");
        return line;
    }
}
