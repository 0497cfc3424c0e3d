package org.rung.campaigns;

import org.rung.common.MemberId;
import org.rung.common.OrganizationId;

/** Announced in the transaction that takes a texter off a campaign: work they hold there is returned. */
public record TexterRemoved(OrganizationId organizationId, CampaignId campaignId, MemberId texter) {}
