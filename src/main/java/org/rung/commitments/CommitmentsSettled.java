package org.rung.commitments;

import java.util.List;
import org.rung.common.OrganizationId;
import org.rung.people.SupporterId;

/** Announced in the transaction in which promises were confirmed, kept, broken or released, or opened again; once a batch. */
public record CommitmentsSettled(OrganizationId organizationId, List<Settled> settled) {
    public record Settled(
            SupporterId supporterId, CommitmentId commitmentId, CommitmentState before, CommitmentState after) {
        /** Whether a promise that counted as evidence does no more, or the other way round. */
        public boolean evidence() {
            return before == CommitmentState.KEPT || after == CommitmentState.KEPT;
        }
    }
}
