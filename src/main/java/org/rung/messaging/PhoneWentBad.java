package org.rung.messaging;

import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;

/** Announced when the carriers made clear that a number cannot be texted. */
public record PhoneWentBad(OrganizationId organizationId, PhoneNumber phone, String errorCode) {}
