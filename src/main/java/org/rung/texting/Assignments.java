package org.rung.texting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.rung.accounts.Member;
import org.rung.accounts.Members;
import org.rung.campaigns.Campaign;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignState;
import org.rung.campaigns.CampaignTexters;
import org.rung.campaigns.Campaigns;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.contact.ContactRule;
import org.rung.contact.ContactRules;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who texts whom: leases, not ownership. Work is handed out by organizers or pulled by texters, a batch at a time. */
@Service
public class Assignments {

    private final AssignmentStore store;
    private final GivenBackStore givenBack;
    private final WorkloadStore workloads;
    private final Campaigns campaigns;
    private final CampaignTexters texters;
    private final Members members;
    private final ContactRules contactRules;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Assignments(
            AssignmentStore store,
            GivenBackStore givenBack,
            WorkloadStore workloads,
            Campaigns campaigns,
            CampaignTexters texters,
            Members members,
            ContactRules contactRules,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.givenBack = givenBack;
        this.workloads = workloads;
        this.campaigns = campaigns;
        this.texters = texters;
        this.members = members;
        this.contactRules = contactRules;
        this.announce = announce;
        this.clock = clock;
    }

    /**
     * Gives a texter that many first texts, those who know them first; what is handed out does not expire.
     *
     * @param count 1 to 1,000,000
     */
    @Transactional
    public Batch handOut(Actor actor, CampaignId campaignId, MemberId texter, int count) {
        actor.must(Permission.ASSIGN);
        if (count < 1 || count > 1_000_000) {
            throw new Problem.Invalid("count", "problem.from-to", 1, 1_000_000);
        }
        Campaign campaign = campaign(actor.organization(), campaignId);
        if (!texters.has(actor.organization(), campaignId, texter)) {
            throw new Problem.Invalid("texter", "problem.not-a-texter");
        }
        Member member = members.get(actor, texter);
        if (member.suspendedAt().isPresent()) {
            throw new Problem.Invalid("texter", "problem.texter-suspended");
        }
        if (!member.roles().may(Permission.TEXT)) {
            throw new Problem.Invalid("texter", "problem.texter-may-not");
        }
        var lease = AssignmentStore.Lease.of(
                actor.organization(), campaignId, texter, AssignmentKind.FIRST, Optional.empty());
        store.record(lease, true, count, 0, actor.member(), clock.instant());
        int given = store.handOut(lease, rule(actor.organization(), campaign), count);
        store.given(lease, given);
        announce.publishEvent(new ConversationChanged(actor.organization(), Optional.empty(), Optional.of(texter)));
        return new Batch(count, given, 0, given < count ? Optional.of(whyFewer(campaign)) : Optional.empty());
    }

    /**
     * The next batch of a campaign for the texter who asks: first the replies that nobody holds, then first texts up to a
     * full batch. Fewer than asked comes with its one reason.
     *
     * @throws Problem.Refused to someone who does not text for this campaign, or where work is only handed out
     */
    @Transactional
    public Batch pull(Actor actor, CampaignId campaignId) {
        actor.must(Permission.TEXT);
        MemberId me = actor.member().orElseThrow(() -> new Problem.Refused("problem.members-take"));
        Campaign campaign = campaign(actor.organization(), campaignId);
        WorkloadStore.Load load = workloads.load(actor.organization(), campaignId, me);
        if (!load.joined()) {
            throw new Problem.Refused("problem.not-your-campaign");
        }
        if (!campaign.selfServe()) {
            throw new Problem.Refused("problem.handed-out");
        }
        Instant now = clock.instant();
        Instant until = now.plus(Duration.ofMinutes(campaign.leaseMinutes()));
        int replies = pullReplies(actor, campaign, me, load, now, until);
        int wanted = campaign.firstBatch() - load.firstTexts();
        Optional<Batch.Short> refusal = refusal(campaign, load.zone(), load.openReplies() + replies, wanted, now);
        if (refusal.isPresent()) {
            return new Batch(campaign.firstBatch(), 0, replies, refusal);
        }
        var lease = AssignmentStore.Lease.of(
                actor.organization(), campaignId, me, AssignmentKind.FIRST, Optional.of(until));
        int given =
                store.claimFirstTexts(lease, rule(actor.organization(), campaign), load.acquaintances(), wanted, now);
        return new Batch(wanted, given, replies, given < wanted ? Optional.of(whyFewer(campaign)) : Optional.empty());
    }

    private int pullReplies(
            Actor actor, Campaign campaign, MemberId me, WorkloadStore.Load load, Instant now, Instant until) {
        int room = Math.min(campaign.replyBatch(), campaign.openRepliesCap() - load.openReplies());
        if (room <= 0 || !load.repliesWait()) {
            return 0;
        }
        var lease = AssignmentStore.Lease.of(
                actor.organization(), campaign.campaignId(), me, AssignmentKind.REPLIES, Optional.of(until));
        return store.claimReplies(lease, room, now);
    }

    private static Optional<Batch.Short> refusal(
            Campaign campaign, ZoneId zone, int openReplies, int wanted, Instant now) {
        if (campaign.state() == CampaignState.PAUSED) {
            return Optional.of(Batch.Short.PAUSED);
        }
        if (campaign.state() != CampaignState.RUNNING) {
            return Optional.of(Batch.Short.ENDED);
        }
        if (campaign.state() == CampaignState.PAUSED) {
            return Optional.of(Batch.Short.PAUSED);
        }
        if (openReplies >= campaign.openRepliesCap()) {
            return Optional.of(Batch.Short.REPLIES_FIRST);
        }
        if (wanted <= 0) {
            return Optional.of(Batch.Short.ENOUGH_HELD);
        }
        LocalTime here = now.atZone(zone).toLocalTime();
        if (here.isBefore(campaign.textingFrom()) || !here.isBefore(campaign.textingUntil())) {
            return Optional.of(Batch.Short.OUTSIDE_HOURS);
        }
        return Optional.empty();
    }

    private Batch.Short whyFewer(Campaign campaign) {
        if (campaign.state() == CampaignState.ENDED) {
            return Batch.Short.ENDED;
        }
        // Its turf is frozen when it starts: until then it has nobody to give.
        if (campaign.state() == CampaignState.DRAFT) {
            return Batch.Short.NOT_STARTED;
        }
        if (!workloads.anyLeft(campaign.campaignId())) {
            return Batch.Short.NONE_LEFT;
        }
        return workloads.anyUnheld(campaign.campaignId()) ? Batch.Short.TEXTED_LATELY : Batch.Short.ALL_TAKEN;
    }

    /** Gives back the first texts one has not sent; how many there were. Replies stay. */
    @Transactional
    public int giveBack(Actor actor, CampaignId campaignId) {
        return actor.member()
                .map(me -> givenBack.giveBack(actor.organization(), me, Optional.of(campaignId), false))
                .orElse(0);
    }

    /** Gives back everything unsent and unanswered in every campaign: done for today. */
    @Transactional
    public int leave(Actor actor) {
        int returned = actor.member()
                .map(me -> givenBack.giveBack(actor.organization(), me, Optional.empty(), true))
                .orElse(0);
        announce.publishEvent(new ConversationChanged(actor.organization(), Optional.empty(), actor.member()));
        return returned;
    }

    /** An organizer takes back what a texter of a campaign has not sent or answered. */
    @Transactional
    public int takeBack(Actor actor, CampaignId campaignId, MemberId texter) {
        actor.must(Permission.ASSIGN);
        int returned = givenBack.giveBack(actor.organization(), texter, Optional.of(campaignId), true);
        announce.publishEvent(new ConversationChanged(actor.organization(), Optional.empty(), Optional.of(texter)));
        return returned;
    }

    /** Empty where an organizer let the campaign text whoever has been texted often enough. */
    private Optional<ContactRule> rule(OrganizationId organizationId, Campaign campaign) {
        return campaign.overLimitReason().isPresent() ? Optional.empty() : Optional.of(contactRules.of(organizationId));
    }

    private Campaign campaign(OrganizationId organizationId, CampaignId campaignId) {
        return campaigns
                .find(organizationId, campaignId)
                .orElseThrow(() -> new Problem.Missing("campaign", campaignId));
    }
}
