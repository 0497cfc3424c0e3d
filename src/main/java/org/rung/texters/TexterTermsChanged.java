package org.rung.texters;

import org.rung.common.MemberId;
import org.rung.common.OrganizationId;

/** A texter's cap or languages are others. */
public record TexterTermsChanged(OrganizationId organizationId, MemberId texter) {}
