package org.rung.accounts;

import java.util.Optional;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;

/** Announced after the commit of whatever may have changed a menu's numbers: one member's, or everyone's. */
public record WaitingChanged(OrganizationId organizationId, Optional<MemberId> member) {}
