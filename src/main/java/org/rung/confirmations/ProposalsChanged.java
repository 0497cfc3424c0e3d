package org.rung.confirmations;

import org.rung.common.OrganizationId;

/** Announced in the transaction in which somebody decided about one who was proposed. */
public record ProposalsChanged(OrganizationId organizationId) {}
