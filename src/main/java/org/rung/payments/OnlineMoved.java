package org.rung.payments;

import org.rung.common.OrganizationId;

/** A gift came in or went back, a monthly one stands otherwise, or the comparison of the books went on. */
public record OnlineMoved(OrganizationId organizationId) {}
