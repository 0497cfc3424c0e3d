package org.rung.live;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.rung.campaigns.CampaignGoals;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignState;
import org.rung.campaigns.Campaigns;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.messaging.Undecided;
import org.rung.texting.Reviews;
import org.rung.texting.Successes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What whoever runs a campaign sees of it while it runs. */
@Service
public class Live {
    /** A reply that waits longer needs a person. */
    public static final Duration LATE = Duration.ofMinutes(15);

    private static final Duration LATELY = Duration.ofHours(1);
    private static final int TEXTERS = 200;

    private final LiveStore store;
    private final Campaigns campaigns;
    private final Reviews reviews;
    private final Undecided undecided;
    private final Successes successes;
    private final CampaignGoals goals;
    private final Clock clock;
    private final AtomicLong looks = new AtomicLong();

    Live(
            LiveStore store,
            Campaigns campaigns,
            Reviews reviews,
            Undecided undecided,
            Successes successes,
            CampaignGoals goals,
            Clock clock) {
        this.store = store;
        this.campaigns = campaigns;
        this.reviews = reviews;
        this.undecided = undecided;
        this.successes = successes;
        this.goals = goals;
        this.clock = clock;
    }

    /**
     * As it is now, in a fixed number of queries. Texters, at most 200 of them, and what waits for a decision only to whoever
     * assigns work.
     *
     * @throws Problem.Conflict for a draft
     */
    @Transactional(readOnly = true)
    public LivePage page(Actor actor, CampaignId campaignId) {
        actor.must(Permission.SEE_CONVERSATIONS);
        // Before anything is read: what was changed after that is on no page of a lower one.
        long look = looks.incrementAndGet();
        var campaign = campaigns.get(actor, campaignId);
        if (campaign.state() == CampaignState.DRAFT || campaign.terms().template())
            throw new Problem.Conflict("problem.live-draft");
        var here = actor.organization();
        var now = clock.instant();
        var numbers =
                store.numbers(here, campaign, successes.count(here, campaign), now.minus(LATE), now.minus(LATELY));
        boolean assigns = actor.may(Permission.ASSIGN);
        var texters = assigns
                ? store.texters(here, campaign, reviews.waiting(actor, campaignId), TEXTERS)
                : new LiveStore.Texters(List.of(), 0);
        return new LivePage(
                campaign,
                numbers,
                goals.of(here, campaign).map(reached -> reached.rung().name()),
                texters.shown(),
                texters.joined(),
                assigns ? undecided.count(here) : 0,
                now,
                look);
    }
}
