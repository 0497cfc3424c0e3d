package org.rung.campaigns;

import org.rung.common.OrganizationId;

/** Announced in the transaction that lets a paused campaign run on. */
public record CampaignResumed(OrganizationId organizationId, CampaignId campaignId) {}
