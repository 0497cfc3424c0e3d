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
    private final ClaimStore claims;
    private final HandOutStore handOuts;
    private final WhyFewer whyFewer;
    private final GivenBackStore givenBack;
    private final WorkloadStore workloads;
    private final TongueStore tongues;
    private final ShortPullStore shortPulls;
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
            ClaimStore claims,
            HandOutStore handOuts,
            WhyFewer whyFewer,
            GivenBackStore givenBack,
            WorkloadStore workloads,
            TongueStore tongues,
            ShortPullStore shortPulls,
            Allowances allowances,
            CampaignHours hours,
            Campaigns campaigns,
            CampaignTexters texters,
            Members members,
            ContactRules contactRules,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.claims = claims;
        this.handOuts = handOuts;
        this.whyFewer = whyFewer;
        this.givenBack = givenBack;
        this.workloads = workloads;
        this.tongues = tongues;
        this.shortPulls = shortPulls;
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
        var lease =
                Lease.of(actor.organization(), campaignId, texter, AssignmentKind.FIRST, returnsAfter.map(now::plus));
        Allowance allowance = allowances.ofSample(campaign, texter);
        if (allowance.none()) {
            return new Batch(count, 0, 0, allowance.why());
        }
        store.record(lease, true, count, 0, actor.member(), now);
        int given = campaign.terms().sampling().isPresent()
                ? handOuts.sample(lease, rule(actor.organization(), campaign), allowance.of(count))
                : handOuts.handOut(
                        lease,
                        rule(actor.organization(), campaign),
                        tongues(actor, campaign, texter, workloads.usual(actor.organization()), now),
                        allowance.of(count));
        store.given(lease, given);
        announce.publishEvent(new ConversationChanged(actor.organization(), Optional.empty(), Optional.of(texter)));
        return new Batch(count, given, 0, whyFewer.of(campaign, allowance, OpenHours.ANY, count, given));
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
        Batch batch = pull(actor, campaignId, me);
        // Whoever still holds a batch waits for nothing.
        if (batch.why().filter(why -> why != Batch.Short.ENOUGH_HELD).isPresent()) {
            shortPulls.put(actor.organization(), campaignId, me, batch, clock.instant());
        }
        return batch;
    }

    private Batch pull(Actor actor, CampaignId campaignId, MemberId me) {
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
        Tongues spoken = tongues(actor, campaign, me, load.usual(), now);
        int replies = pullReplies(actor, campaign, me, load, spoken, now, until);
        boolean sampling = campaign.terms().sampling().isPresent();
        int wanted = (sampling ? shareOfSample(actor, campaign) : campaign.firstBatch()) - load.firstTexts();
        OpenHours open = hours.now(load.house(), campaign, now);
        Optional<Batch.Short> refusal = WhyFewer.refusal(campaign, open, load.openReplies() + replies, wanted);
        if (refusal.isPresent()) {
            return new Batch(campaign.firstBatch(), 0, replies, refusal);
        }
        Allowance allowance = allowances.of(
                campaign, me, load.dayCap(), load.review(), load.house().zone());
        if (allowance.none()) {
            return new Batch(campaign.firstBatch(), 0, replies, allowance.why());
        }
        var lease = Lease.of(actor.organization(), campaignId, me, AssignmentKind.FIRST, Optional.of(until));
        Optional<ContactRule> rule = rule(actor.organization(), campaign);
        int given = sampling
                ? claims.claimSample(lease, rule, open, spoken, allowance.of(wanted), now)
                : claims.claimFirstTexts(lease, rule, open, load.acquaintances(), spoken, allowance.of(wanted), now);
        Optional<Batch.Short> why = whyFewer.of(campaign, allowance, open, wanted, given)
                .map(reason ->
                        reason == Batch.Short.TEXTED_LATELY && !spoken.others().isEmpty()
                                ? Batch.Short.OTHER_LANGUAGE
                                : reason);
        return new Batch(wanted, given, replies, why);
    }

    /** A small sample says more when several hands have sent it: nobody takes more than their part of it at once. */
    private int shareOfSample(Actor actor, Campaign campaign) {
        int sample = campaign.terms().sampling().orElse(campaign.firstBatch());
        int hands = Math.max(
                1, texters.of(actor.organization(), campaign.campaignId()).size());
        return Math.min(campaign.firstBatch(), Math.ceilDiv(sample, hands));
    }

    private int pullReplies(
            Actor actor,
            Campaign campaign,
            MemberId me,
            WorkloadStore.Load load,
            Tongues spoken,
            Instant now,
            Instant until) {
        int room = Math.min(campaign.replyBatch(), campaign.openRepliesCap() - load.openReplies());
        if (room <= 0 || !load.repliesWait()) {
            return 0;
        }
        var lease =
                Lease.of(actor.organization(), campaign.campaignId(), me, AssignmentKind.REPLIES, Optional.of(until));
        return claims.claimReplies(lease, spoken, room, now);
    }

    /** @param usual the organization's language, where any of its texters is known to write others too */
    private Tongues tongues(Actor actor, Campaign campaign, MemberId texter, Optional<String> usual, Instant now) {
        return usual.map(language ->
                        tongues.of(actor.organization(), campaign, texter, language, now.minus(WorkMoves.AT_WORK)))
                .orElse(Tongues.NONE);
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
