package org.rung.accounts;

import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.common.Roles;

/** Announced in the transaction that gives a member other roles. */
public record RolesChanged(OrganizationId organizationId, MemberId memberId, Roles roles) {}
