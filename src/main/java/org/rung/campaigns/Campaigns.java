package org.rung.campaigns;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.common.Page;
import org.springframework.stereotype.Service;

/** Campaigns from draft to end. */
@Service
public class Campaigns {
    public Campaign get(Actor actor, CampaignId campaignId) {
        throw new UnsupportedOperationException("built next");
    }

    /** Without roles, for rooms above. */
    public Optional<Campaign> find(OrganizationId organizationId, CampaignId campaignId) {
        throw new UnsupportedOperationException("built next");
    }

    /** Newest first. */
    public Page<Campaign> page(Actor actor, Page.Wanted wanted) {
        throw new UnsupportedOperationException("built next");
    }

    public CampaignId make(Actor actor, CampaignDraft draft) {
        throw new UnsupportedOperationException("built next");
    }

    public void change(Actor actor, CampaignId campaignId, CampaignDraft draft) {
        throw new UnsupportedOperationException("built next");
    }

    public void addTexters(Actor actor, CampaignId campaignId, Collection<MemberId> texters) {
        throw new UnsupportedOperationException("built next");
    }

    public void removeTexter(Actor actor, CampaignId campaignId, MemberId texter) {
        throw new UnsupportedOperationException("built next");
    }

    public List<MemberId> texters(OrganizationId organizationId, CampaignId campaignId) {
        throw new UnsupportedOperationException("built next");
    }

    /** Running and paused ones. */
    public List<Campaign> joinedBy(OrganizationId organizationId, MemberId texter) {
        throw new UnsupportedOperationException("built next");
    }

    /** @throws org.rung.common.Problem.Invalid naming the failed check */
    public void start(Actor actor, CampaignId campaignId) {
        throw new UnsupportedOperationException("built next");
    }

    public void pause(Actor actor, CampaignId campaignId, String reason) {
        throw new UnsupportedOperationException("built next");
    }

    public void end(Actor actor, CampaignId campaignId) {
        throw new UnsupportedOperationException("built next");
    }

    /** The campaign's own first, then the organization's. */
    public List<CannedReply> cannedReplies(OrganizationId organizationId, CampaignId campaignId) {
        throw new UnsupportedOperationException("built next");
    }
}
