package org.rung.bulk;

import org.rung.common.OrganizationId;

/** Announced in the transaction that moved a job: another state, or another batch of people. */
public record BulkMoved(OrganizationId organizationId, BulkJobId bulkJobId) {}
