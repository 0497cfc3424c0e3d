package org.rung.commitments;

import java.util.List;
import org.rung.common.OrganizationId;

/** Announced in the transaction in which promises became due at another time; once a batch. */
public record CommitmentsMoved(OrganizationId organizationId, List<CommitmentId> commitments) {}
