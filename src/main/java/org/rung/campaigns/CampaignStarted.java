package org.rung.campaigns;

import org.rung.common.OrganizationId;

/** Announced in the transaction that starts a campaign for the first time: texting freezes its turf. */
public record CampaignStarted(OrganizationId organizationId, CampaignId campaignId) {}
