package org.rung.campaigns;

import org.rung.common.OrganizationId;

/** Announced in the transaction that ends a campaign: first texts not yet taken are cancelled. */
public record CampaignEnded(OrganizationId organizationId, CampaignId campaignId) {}
