package org.rung.accounts;

import org.rung.common.OrganizationId;

/** Announced when somebody looks at the page of an invitation that can still be taken. */
public record InvitationOpened(OrganizationId organizationId, InvitationId invitationId) {}
