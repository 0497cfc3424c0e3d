package org.rung.actions;

import java.time.Instant;
import java.util.List;
import org.rung.common.OrganizationId;
import org.rung.people.SupporterId;

/**
 * Announced in the transaction in which evidence was added; once a batch.
 *
 * @param supporters each once: whose evidence it is, and whom they say to have recruited
 * @param actions those that are new
 */
public record ActionsRecorded(
        OrganizationId organizationId, List<SupporterId> supporters, List<RecordedAction> actions, Instant at) {}
