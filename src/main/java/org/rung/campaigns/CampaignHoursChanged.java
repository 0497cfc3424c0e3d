package org.rung.campaigns;

import java.time.LocalTime;
import org.rung.common.OrganizationId;

/** Announced in the transaction in which a campaign that has started got other hours. */
public record CampaignHoursChanged(
        OrganizationId organizationId, CampaignId campaignId, LocalTime from, LocalTime until) {}
