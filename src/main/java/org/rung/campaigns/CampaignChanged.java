package org.rung.campaigns;

import org.rung.common.OrganizationId;

/** Announced in the transaction in which anything about a campaign changed, its state included. */
public record CampaignChanged(OrganizationId organizationId, CampaignId campaignId, CampaignState state) {}
