package org.rung.campaigns;

import org.rung.common.OrganizationId;

/** Announced, after the commit, by the room that counts conversations: the numbers of some campaign here have moved. */
public record CampaignProgressed(OrganizationId organizationId) {}
