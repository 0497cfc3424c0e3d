package org.rung.accounts;

import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.common.Roles;

/** One of the organizations that a person may work in. */
public record Membership(MemberId memberId, OrganizationId organizationId, String organization, Roles roles) {}
