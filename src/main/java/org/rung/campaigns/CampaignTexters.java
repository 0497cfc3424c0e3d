package org.rung.campaigns;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.rung.accounts.MemberJoined;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.teams.TeamId;
import org.rung.teams.TeamMembers;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who texts in which campaign. */
@Service
public class CampaignTexters {
    private final TexterStore store;
    private final CampaignStore campaigns;
    private final CampaignChanges changes;
    private final ReachStore around;
    private final TeamMembers teams;
    private final ApplicationEventPublisher announcements;
    private final Clock clock;

    CampaignTexters(
            TexterStore store,
            CampaignStore campaigns,
            CampaignChanges changes,
            ReachStore around,
            TeamMembers teams,
            ApplicationEventPublisher announcements,
            Clock clock) {
        this.store = store;
        this.campaigns = campaigns;
        this.changes = changes;
        this.around = around;
        this.teams = teams;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Adding someone twice changes nothing. */
    @Transactional
    public void add(Actor actor, CampaignId campaignId, Collection<MemberId> texters) {
        actor.must(Permission.RUN_CAMPAIGNS);
        var before = changes.open(actor, campaignId);
        var wanted = new LinkedHashSet<>(texters);
        if (wanted.isEmpty()) return;
        if (wanted.size() > 1_000) throw new Problem.Invalid("texters", "problem.texters-many");
        wanted.removeAll(around.whoMayText(actor.organization(), wanted));
        if (!wanted.isEmpty()) throw new Problem.Invalid("texters", "problem.texters-may-not");
        store.add(actor.organization(), campaignId, new LinkedHashSet<>(texters), clock.instant());
        changes.announce(actor, campaignId, before.state());
    }

    /**
     * Everyone of a team who may text, at most 1,000; those of it who may not are left out. Who joins the team later does
     * not join the campaign by that.
     *
     * @return how many of the team may text, joined before or not
     */
    @Transactional
    public int addTeam(Actor actor, CampaignId campaignId, TeamId teamId) {
        actor.must(Permission.RUN_CAMPAIGNS);
        var before = changes.open(actor, campaignId);
        var members = teams.ids(actor, teamId);
        var may = members.isEmpty() ? members : around.whoMayText(actor.organization(), members);
        if (may.isEmpty()) throw new Problem.Invalid("team", "problem.team-texts-not");
        store.add(actor.organization(), campaignId, may, clock.instant());
        changes.announce(actor, campaignId, before.state());
        return may.size();
    }

    /** What they hold here goes back to everyone at once. */
    @Transactional
    public void remove(Actor actor, CampaignId campaignId, MemberId texter) {
        actor.must(Permission.RUN_CAMPAIGNS);
        var before = changes.locked(actor, campaignId);
        store.remove(actor.organization(), campaignId, texter);
        announcements.publishEvent(new TexterRemoved(actor.organization(), campaignId, texter));
        changes.announce(actor, campaignId, before.state());
    }

    /** In the order in which they joined. */
    @Transactional(readOnly = true)
    public List<MemberId> of(OrganizationId organizationId, CampaignId campaignId) {
        return store.of(organizationId, campaignId);
    }

    /** Whether this member is one of them. */
    @Transactional(readOnly = true)
    public boolean has(OrganizationId organizationId, CampaignId campaignId, MemberId texter) {
        return store.has(organizationId, campaignId, texter);
    }

    /** The campaigns that they text in: running and paused ones. */
    @Transactional(readOnly = true)
    public List<Campaign> joinedBy(OrganizationId organizationId, MemberId texter) {
        return store.joinedBy(organizationId, texter);
    }

    /** An invitation may lead to a campaign: who takes it is one of its texters at once. */
    @EventListener
    @Transactional
    void join(MemberJoined joined) {
        joined.landingId()
                .map(CampaignId::new)
                .flatMap(landing -> campaigns.find(joined.organizationId(), landing))
                .filter(campaign -> campaign.state() != CampaignState.ENDED)
                .filter(campaign -> !around.whoMayText(joined.organizationId(), List.of(joined.memberId()))
                        .isEmpty())
                .ifPresent(campaign -> {
                    var system = new Actor.System(joined.organizationId());
                    store.add(
                            joined.organizationId(),
                            campaign.campaignId(),
                            List.of(joined.memberId()),
                            clock.instant());
                    changes.announce(system, campaign.campaignId(), campaign.state());
                });
    }
}
