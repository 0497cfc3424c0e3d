package org.rung.accounts;

import org.rung.common.MemberId;
import org.rung.common.OrganizationId;

/** Announced when somebody takes an invitation who is a member already: it takes no use, and may lead somewhere all the same. */
public record MemberReturned(OrganizationId organizationId, MemberId memberId, InvitationId invitationId) {}
