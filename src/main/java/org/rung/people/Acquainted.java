package org.rung.people;

import java.util.List;
import org.rung.common.OrganizationId;

/** Announced in the transaction in which members said that they know these people, or were found to. */
public record Acquainted(OrganizationId organizationId, List<SupporterId> supporters) {}
