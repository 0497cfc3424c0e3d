package org.rung.campaigns.ui;

import java.util.List;
import org.rung.campaigns.Campaign;
import org.rung.campaigns.CampaignState;
import org.rung.scripts.Check;

/** The steps of a campaign, in any order; each is done when no check of its own is missing. */
enum Step {
    WHO("turf", "turfEmpty"),
    GOAL("goal"),
    SCRIPT("script", "firstText", "organization", "optOut", "mergeFields", "braces"),
    TEXTERS("texters"),
    HOURS("hours"),
    REPLIES,
    START("sender", "senderPaused");

    private final List<String> checks;

    Step(String... checks) {
        this.checks = List.of(checks);
    }

    boolean done(Campaign campaign, List<Check> all) {
        if (this == START) return campaign.state() != CampaignState.DRAFT;
        if (this == GOAL) return campaign.aims();
        return this != REPLIES
                && all.stream()
                        .filter(check -> check.level() == Check.Level.MUST)
                        .noneMatch(check -> checks.contains(check.key()));
    }

    /** Where the work goes on. */
    static Step next(Campaign campaign, List<Check> all) {
        if (campaign.state() != CampaignState.DRAFT) return START;
        for (var step : List.of(WHO, GOAL, SCRIPT, TEXTERS, HOURS)) if (!step.done(campaign, all)) return step;
        return START;
    }
}
