package org.rung.actions;

import java.util.List;
import org.rung.common.OrganizationId;
import org.rung.people.SupporterId;

/**
 * Announced in the transaction in which an action stopped counting, or several at once.
 *
 * @param supporters whose evidence it was, and whom they said to have recruited
 * @param actionId the first of them
 */
public record ActionVoided(OrganizationId organizationId, List<SupporterId> supporters, ActionId actionId) {}
