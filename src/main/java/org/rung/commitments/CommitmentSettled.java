package org.rung.commitments;

import org.rung.common.OrganizationId;
import org.rung.people.SupporterId;

/** Announced in the transaction in which a promise was confirmed, kept, broken or released. */
public record CommitmentSettled(
        OrganizationId organizationId, SupporterId supporterId, CommitmentId commitmentId, CommitmentState state) {}
