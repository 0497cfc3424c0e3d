package org.rung.accounts;

import org.rung.common.MemberId;
import org.rung.common.OrganizationId;

/** Announced in the transaction that suspends a member: work they hold is returned. */
public record MemberSuspended(OrganizationId organizationId, MemberId memberId) {}
