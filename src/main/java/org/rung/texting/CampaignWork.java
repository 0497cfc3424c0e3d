package org.rung.texting;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.MemberSuspended;
import org.rung.accounts.RolesChanged;
import org.rung.campaigns.Campaign;
import org.rung.campaigns.CampaignEnded;
import org.rung.campaigns.CampaignHoursChanged;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignPaused;
import org.rung.campaigns.CampaignResumed;
import org.rung.campaigns.CampaignStarted;
import org.rung.campaigns.CampaignState;
import org.rung.campaigns.Campaigns;
import org.rung.campaigns.OneOfHousehold;
import org.rung.campaigns.TexterRemoved;
import org.rung.campaigns.TopUp;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.messaging.Texts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A campaign's conversations as a whole: its turf frozen when it starts, topped up when asked, its first texts ended with it. */
@Service
public class CampaignWork implements TopUp {

    private final FreezeStore store;
    private final OneOfHousehold households;
    private final CampaignHours hours;
    private final GivenBackStore givenBack;
    private final Campaigns campaigns;
    private final Texts texts;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    CampaignWork(
            FreezeStore store,
            OneOfHousehold households,
            CampaignHours hours,
            GivenBackStore givenBack,
            Campaigns campaigns,
            Texts texts,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.households = households;
        this.hours = hours;
        this.givenBack = givenBack;
        this.campaigns = campaigns;
        this.texts = texts;
        this.announce = announce;
        this.clock = clock;
    }

    /** Adds whoever has come into a live turf since, and may be texted; how many there were. Nobody twice. */
    @Override
    @Transactional
    public int topUp(Actor actor, CampaignId campaignId) {
        actor.must(Permission.RUN_CAMPAIGNS);
        CampaignState state = campaigns.get(actor, campaignId).state();
        if (state == CampaignState.DRAFT || state == CampaignState.ENDED) {
            throw new Problem.Conflict("problem.top-up");
        }
        return freeze(actor.organization(), campaignId);
    }

    @EventListener
    void started(CampaignStarted campaign) {
        freeze(campaign.organizationId(), campaign.campaignId());
    }

    private int freeze(OrganizationId organizationId, CampaignId campaignId) {
        var campaign = campaigns.find(organizationId, campaignId);
        var turf = campaign.flatMap(Campaign::turf);
        if (turf.isEmpty()) {
            return 0;
        }
        hours.workOut(organizationId, campaign.get(), turf.get());
        int made = store.freeze(
                organizationId, campaignId, turf.get(), households.of(organizationId, campaignId), clock.instant());
        store.findAcquaintances(organizationId, campaignId);
        store.findHolders(organizationId, campaignId, turf.get());
        return made;
    }

    @EventListener
    void ended(CampaignEnded campaign) {
        store.endUnsent(campaign.organizationId(), campaign.campaignId());
        List<MessageId> waiting = store.waitingFirstTexts(campaign.organizationId(), campaign.campaignId());
        texts.cancelUnclaimed(campaign.organizationId(), waiting);
        store.endCancelled(campaign.organizationId(), campaign.campaignId(), waiting);
    }

    /** First texts that nobody has handed over yet stay here, until it runs on or ends. */
    @EventListener
    void paused(CampaignPaused campaign) {
        texts.pause(
                campaign.organizationId(), store.waitingFirstTexts(campaign.organizationId(), campaign.campaignId()));
    }

    @EventListener
    void resumed(CampaignResumed campaign) {
        texts.goOn(
                campaign.organizationId(), store.waitingFirstTexts(campaign.organizationId(), campaign.campaignId()));
    }

    @EventListener
    void hoursChanged(CampaignHoursChanged campaign) {
        texts.keepTo(
                campaign.organizationId(),
                store.waiting(campaign.organizationId(), campaign.campaignId()),
                campaign.from(),
                campaign.until());
    }

    @EventListener
    void suspended(MemberSuspended member) {
        takeAll(member.organizationId(), member.memberId(), Optional.empty());
    }

    @EventListener
    void mayTextNoLonger(RolesChanged member) {
        if (!member.roles().may(Permission.TEXT)) {
            takeAll(member.organizationId(), member.memberId(), Optional.empty());
        }
    }

    @EventListener
    void removed(TexterRemoved texter) {
        takeAll(texter.organizationId(), texter.texter(), Optional.of(texter.campaignId()));
    }

    private void takeAll(OrganizationId organizationId, MemberId texter, Optional<CampaignId> campaign) {
        givenBack.takeAllFrom(organizationId, texter, campaign);
        announce.publishEvent(new ConversationChanged(organizationId, Optional.empty(), Optional.of(texter)));
    }
}
