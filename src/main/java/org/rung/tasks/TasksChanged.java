package org.rung.tasks;

import org.rung.common.OrganizationId;

/** Announced in the transaction that made, changed or ended tasks. */
public record TasksChanged(OrganizationId organizationId) {}
