package org.rung.review;

import org.rung.common.OrganizationId;

/** Announced in the transaction that changes an organization's list. */
public record WatchedWordsChanged(OrganizationId organizationId) {}
