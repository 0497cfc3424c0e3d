package org.rung.ladder;

import java.util.List;
import org.rung.common.OrganizationId;
import org.rung.people.SupporterId;

/** Announced in the transaction in which people moved on a ladder; once a batch. */
public record StandingMoved(OrganizationId organizationId, LadderId ladderId, List<SupporterId> supporters) {}
