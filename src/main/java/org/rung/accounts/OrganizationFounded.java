package org.rung.accounts;

import org.rung.common.OrganizationId;

/** Announced in the transaction that makes an organization; rooms put their defaults in place. */
public record OrganizationFounded(OrganizationId organizationId) {}
