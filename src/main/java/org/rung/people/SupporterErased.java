package org.rung.people;

import org.rung.common.OrganizationId;

/** Announced in the transaction that erases a person; the opt-out of their number stays. */
public record SupporterErased(OrganizationId organizationId, SupporterId supporterId) {}
