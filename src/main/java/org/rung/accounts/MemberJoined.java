package org.rung.accounts;

import java.util.Optional;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;

/** Announced when someone takes an invitation; landingId is what the invitation leads to, such as a campaign. */
public record MemberJoined(OrganizationId organizationId, MemberId memberId, Optional<Long> landingId) {}
