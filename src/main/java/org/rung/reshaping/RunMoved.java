package org.rung.reshaping;

import org.rung.common.OrganizationId;
import org.rung.ladder.LadderId;

/** Announced in the transaction in which a run of this ladder went on, or its draft was changed. */
public record RunMoved(OrganizationId organizationId, LadderId ladderId) {}
