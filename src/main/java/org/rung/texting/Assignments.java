package org.rung.texting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.rung.accounts.Member;
import org.rung.accounts.Members;
import org.rung.campaigns.Campaign;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignState;
import org.rung.campaigns.CampaignTexters;
import org.rung.campaigns.Campaigns;
import org.rung.campaigns.HeldWork;
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
public class Assignments implements HeldWork {
    private static final Duration SHORTEST = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofDays(30);

    private final AssignmentStore store;
    private final GivenBackStore givenBack;
    private final WorkloadStore workloads;
    private final Allowances allowances;
    private final CampaignHours hours;
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
            Allowances allowances,
            CampaignHours hours,
            Campaigns campaigns,
            CampaignTexters texters,
            Members members,
            ContactRules contactRules,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.givenBack = givenBack;
        this.workloads = workloads;
        this.allowances = allowances;
        this.hours = hours;
        this.campaigns = campaigns;
        this.texters = texters;
        this.members = members;
        this.contactRules = contactRules;
        this.announce = announce;
        this.clock = clock;
    }

    /** As below; what is handed out stays until it is sent, given back or taken back. */
    @Transactional
    public Batch handOut(Actor actor, CampaignId campaignId, MemberId texter, int count) {
        return handOut(actor, campaignId, texter, count, Optional.empty());
    }

    /**
     * Gives a texter that many first texts, those who know them first.
     *
     * @param count 1 to 1,000,000
     * @param returnsAfter 5 minutes to 30 days, after which what is unsent comes back
     */
    @Transactional
    public Batch handOut(
            Actor actor, CampaignId campaignId, MemberId texter, int count, Optional<Duration> returnsAfter) {
        actor.must(Permission.ASSIGN);
        if (returnsAfter
                .filter(after -> after.compareTo(SHORTEST) < 0 || after.compareTo(LONGEST) > 0)
                .isPresent()) {
            throw new Problem.Invalid("expiresInMinutes", "problem.from-to", SHORTEST.toMinutes(), LONGEST.toMinutes());
        }
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
        Instant now = clock.instant();
        var lease = AssignmentStore.Lease.of(
                actor.organization(), campaignId, texter, AssignmentKind.FIRST, returnsAfter.map(now::plus));
        Allowance allowance = allowances.ofSample(campaign, texter);
        if (allowance.none()) {
            return new Batch(count, 0, 0, allowance.why());
        }
        store.record(lease, true, count, 0, actor.member(), now);
        int given = store.handOut(lease, rule(actor.organization(), campaign), allowance.of(count));
        store.given(lease, given);
        announce.publishEvent(new ConversationChanged(actor.organization(), Optional.empty(), Optional.of(texter)));
        return new Batch(count, given, 0, why(campaign, allowance, OpenHours.ANY, count, given));
    }

    /**
     * The next batch of a campaign for the texter who asks: first the replies that nobody holds, then first texts up to a
     * full batch, to people whose own hours are open. Fewer than asked comes with its one reason.
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
        OpenHours open = hours.now(load.house(), campaign, now);
        Optional<Batch.Short> refusal = refusal(campaign, open, load.openReplies() + replies, wanted);
        if (refusal.isPresent()) {
            return new Batch(campaign.firstBatch(), 0, replies, refusal);
        }
        Allowance allowance =
                allowances.of(campaign, me, load.review(), load.house().zone());
        if (allowance.none()) {
            return new Batch(campaign.firstBatch(), 0, replies, allowance.why());
        }
        var lease = AssignmentStore.Lease.of(
                actor.organization(), campaignId, me, AssignmentKind.FIRST, Optional.of(until));
        int given = store.claimFirstTexts(
                lease, rule(actor.organization(), campaign), open, load.acquaintances(), allowance.of(wanted), now);
        return new Batch(wanted, given, replies, why(campaign, allowance, open, wanted, given));
    }

    private Optional<Batch.Short> why(Campaign campaign, Allowance allowance, OpenHours open, int wanted, int given) {
        return given >= wanted
                ? Optional.empty()
                : allowance.bounds(wanted, given).or(() -> Optional.of(whyFewer(campaign, open)));
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

    private static Optional<Batch.Short> refusal(Campaign campaign, OpenHours open, int openReplies, int wanted) {
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
        return open.anyone() ? Optional.empty() : Optional.of(Batch.Short.OUTSIDE_HOURS);
    }

    private Batch.Short whyFewer(Campaign campaign, OpenHours open) {
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
        if (workloads.anyUnheld(campaign.campaignId(), open)) {
            return Batch.Short.TEXTED_LATELY;
        }
        return workloads.anyUnheld(campaign.campaignId(), OpenHours.ANY)
                ? Batch.Short.OUTSIDE_HOURS
                : Batch.Short.ALL_TAKEN;
    }

    /** Gives back the first texts one has not sent; how many there were. Replies stay. */
    @Transactional
    public int giveBack(Actor actor, CampaignId campaignId) {
        return actor.member()
                .map(me -> givenBack.giveBack(actor.organization(), me, Optional.of(campaignId), false))
                .orElse(0);
    }

    /** Done for today: gives back what is unsent in every campaign, and with repliesToo what is unanswered. */
    @Transactional
    public int leave(Actor actor, boolean repliesToo) {
        int returned = actor.member()
                .map(me -> givenBack.giveBack(actor.organization(), me, Optional.empty(), repliesToo))
                .orElse(0);
        announce.publishEvent(new ConversationChanged(actor.organization(), Optional.empty(), actor.member()));
        return returned;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<MemberId, Held> held(Actor actor, CampaignId campaignId) {
        actor.must(Permission.ASSIGN);
        return workloads.held(campaign(actor.organization(), campaignId).campaignId());
    }

    @Override
    @Transactional
    public int takeBack(Actor actor, CampaignId campaignId, MemberId texter, boolean repliesToo) {
        actor.must(Permission.ASSIGN);
        int returned = givenBack.giveBack(actor.organization(), texter, Optional.of(campaignId), repliesToo);
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
