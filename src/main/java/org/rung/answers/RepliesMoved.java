package org.rung.answers;

import org.rung.common.OrganizationId;

/** Announced in the transaction that moved a job: another state, or some more conversations. */
public record RepliesMoved(OrganizationId organizationId, ReplyJobId replyJobId) {}
