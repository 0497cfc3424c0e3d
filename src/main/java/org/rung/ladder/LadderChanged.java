package org.rung.ladder;

import org.rung.common.OrganizationId;

/** Announced in the transaction in which a ladder got another version; standings follow in the background. */
public record LadderChanged(OrganizationId organizationId, LadderId ladderId, int version) {}
