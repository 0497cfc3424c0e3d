package org.rung.exchange;

import org.rung.common.OrganizationId;

/** Announced in the transaction that moved an import: another state, or another batch of rows. */
public record ImportMoved(OrganizationId organizationId, ImportId importId) {}
