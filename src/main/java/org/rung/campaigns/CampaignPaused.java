package org.rung.campaigns;

import org.rung.common.OrganizationId;

/** Announced in the transaction that pauses a campaign. */
public record CampaignPaused(OrganizationId organizationId, CampaignId campaignId) {}
