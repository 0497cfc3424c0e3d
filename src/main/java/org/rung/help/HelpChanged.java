package org.rung.help;

import org.rung.common.OrganizationId;

/** Announced in the transaction that made, took or settled a request for help. */
public record HelpChanged(OrganizationId organizationId) {}
