package org.rung.texting;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rung.accounts.Organization;
import org.rung.accounts.Organizations;
import org.rung.campaigns.Campaign;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignProgress;
import org.rung.campaigns.CampaignState;
import org.rung.campaigns.CampaignTexters;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.links.Links;
import org.rung.messaging.Undecided;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the texter's screens show, each in a fixed number of queries. */
@Service
public class Desk {

    private static final int NEWEST = 4;

    private final DeskStore store;
    private final CampaignHours campaignHours;
    private final CampaignProgress progress;
    private final CampaignTexters campaignTexters;
    private final Organizations organizations;
    private final Undecided undecided;
    private final Links links;
    private final FirstTextCards firstTexts;
    private final Opening opening;
    private final Clock clock;

    Desk(
            DeskStore store,
            CampaignHours campaignHours,
            CampaignProgress progress,
            CampaignTexters campaignTexters,
            Organizations organizations,
            Undecided undecided,
            Links links,
            FirstTextCards firstTexts,
            Opening opening,
            Clock clock) {
        this.store = store;
        this.campaignHours = campaignHours;
        this.progress = progress;
        this.campaignTexters = campaignTexters;
        this.organizations = organizations;
        this.undecided = undecided;
        this.links = links;
        this.firstTexts = firstTexts;
        this.opening = opening;
        this.clock = clock;
    }

    /** A link as this organization's texts carry one, so that a screen can count with it; empty where none is made. */
    public String sampleLink(Actor actor) {
        return links.form(actor.organization()).sample();
    }

    @Transactional(readOnly = true)
    public Home home(Actor.Member actor) {
        Organization organization = organizations.get(actor.organization());
        Instant now = clock.instant();
        List<Campaign> joined = campaignTexters.joinedBy(actor.organization(), actor.memberId());
        List<CampaignId> ids = joined.stream().map(Campaign::campaignId).toList();
        Map<CampaignId, Integer> held = ids.isEmpty() ? Map.of() : store.held(ids, actor.memberId());
        Map<CampaignId, Integer> done = ids.isEmpty() ? Map.of() : store.doneOfBatch(ids, actor.memberId());
        Map<CampaignId, OpenHours> hours = campaignHours.now(SendFacts.House.of(organization), joined, now);
        Map<CampaignId, Integer> unheld = store.unheld(hours);
        Map<CampaignId, Integer> open = ids.isEmpty() ? Map.of() : store.openReplies(ids, actor.memberId());
        List<Home.Work> work = joined.stream()
                .map(campaign -> {
                    CampaignId id = campaign.campaignId();
                    OpenHours whose = hours.getOrDefault(id, OpenHours.ANY);
                    boolean openNow = campaign.state() == CampaignState.RUNNING && whose.anyone();
                    boolean more =
                            openNow && campaign.selfServe() && open.getOrDefault(id, 0) < campaign.openRepliesCap();
                    return new Home.Work(
                            id,
                            campaign.name(),
                            campaign.state(),
                            campaign.pauseReason(),
                            held.getOrDefault(id, 0),
                            done.getOrDefault(id, 0),
                            more
                                    ? Math.clamp(
                                            campaign.firstBatch() - held.getOrDefault(id, 0),
                                            0,
                                            unheld.getOrDefault(id, 0))
                                    : 0,
                            campaign.selfServe(),
                            whose.opens(),
                            whose.closes(),
                            openNow);
                })
                .toList();
        boolean seesAll = actor.may(Permission.SEE_CONVERSATIONS);
        return new Home(
                store.waiting(actor.memberId()),
                work,
                seesAll ? Optional.of(store.inbox(actor.organization())) : Optional.empty(),
                seesAll ? Optional.of(running(actor.organization())) : Optional.empty(),
                actor.may(Permission.RUN_CAMPAIGNS) ? undecided.count(actor.organization()) : 0);
    }

    private Home.Running running(OrganizationId here) {
        Map<CampaignId, String> newest = store.running(here, NEWEST);
        var counts = progress.of(here, newest.keySet());
        return new Home.Running(
                newest.size() < NEWEST ? newest.size() : store.runningCampaigns(here),
                newest.entrySet().stream()
                        .map(campaign -> {
                            var count = counts.getOrDefault(campaign.getKey(), CampaignProgress.Counts.NONE);
                            return new Home.Progress(
                                    campaign.getKey(),
                                    campaign.getValue(),
                                    count.texted(),
                                    count.all(),
                                    count.needsResponse());
                        })
                        .toList());
    }

    /** How many replies wait for each of these members; in one query. */
    public Map<MemberId, Integer> waiting(Collection<MemberId> members) {
        return members.isEmpty() ? Map.of() : store.waiting(members);
    }

    /** How many conversations and texts of the organization wait for an organizer. */
    @Transactional(readOnly = true)
    public int forOrganizers(OrganizationId organizationId) {
        return store.inbox(organizationId).count() + undecided.count(organizationId);
    }

    /** One's work in one campaign; @throws Problem.Missing to someone who does not text for it. */
    @Transactional(readOnly = true)
    public Home.Work work(Actor.Member actor, CampaignId campaignId) {
        return home(actor).campaigns().stream()
                .filter(work -> work.campaignId().equals(campaignId))
                .findFirst()
                .orElseThrow(() -> new Problem.Missing("campaign that you text for", campaignId));
    }

    /** The next first texts one holds, filled in and ready to send; without those named, which are on the screen. */
    @Transactional
    public List<FirstTextCard> cards(
            Actor.Member actor, CampaignId campaignId, Set<ConversationId> without, int limit) {
        return firstTexts.next(actor, campaignId, without, limit);
    }

    /** Everything the screen of one conversation shows; opening it as its texter marks it read. */
    @Transactional
    public OpenConversation open(Actor actor, ConversationId conversationId) {
        return opening.open(actor, conversationId);
    }
}
