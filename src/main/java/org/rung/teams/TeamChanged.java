package org.rung.teams;

import org.rung.common.OrganizationId;

/** Announced in the transaction in which a team was made, archived or brought back, or other people are in it or lead it. */
public record TeamChanged(OrganizationId organizationId, TeamId teamId) {}
