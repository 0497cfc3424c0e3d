package org.rung.compliance;

import java.time.Instant;
import java.util.Optional;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.consent.SuppressionScope;

/**
 * A file of numbers that go onto the do-not-text list.
 *
 * @param total rows that hold a number
 * @param changed numbers that were not on the list for as long before
 * @param refused rows without a number that could be read
 */
public record SuppressionList(
        SuppressionListId suppressionListId,
        OrganizationId organizationId,
        String name,
        SuppressionScope scope,
        String reason,
        ListState state,
        long total,
        long done,
        long changed,
        long refused,
        Optional<MemberId> member,
        Instant createdAt,
        Optional<Instant> endedAt) {

    public boolean working() {
        return state == ListState.RUNNING;
    }

    /** From 0 to 1. */
    public double progress() {
        return !working() || total == 0 ? 1 : Math.min(1.0, (double) done / total);
    }
}
