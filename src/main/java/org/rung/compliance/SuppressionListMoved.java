package org.rung.compliance;

import org.rung.common.OrganizationId;

/** Announced in the transaction of each batch of a list, and when it ends. */
public record SuppressionListMoved(OrganizationId organizationId, SuppressionListId suppressionListId) {}
