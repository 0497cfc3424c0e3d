package org.rung.notices;

import java.util.Optional;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;

/** Announced in the transaction in which notices came, were settled, or were read by one member. */
public record NoticesChanged(OrganizationId organizationId, Optional<MemberId> reader) {}
