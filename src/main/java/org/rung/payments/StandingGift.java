package org.rung.payments;

import java.time.Instant;
import java.util.Optional;
import org.rung.common.OrganizationId;
import org.rung.people.SupporterId;

/**
 * What somebody gives every month.
 *
 * @param minor in the smallest unit of its currency
 * @param failure the provider's word for why the last month did not come; empty where it came
 * @param nextAt when the next month is due
 */
public record StandingGift(
        StandingGiftId standingGiftId,
        OrganizationId organizationId,
        Optional<SupporterId> supporterId,
        String subscriptionId,
        String token,
        StandingState state,
        long minor,
        String currency,
        String language,
        Instant startedAt,
        Optional<Instant> endedAt,
        Optional<EndedBy> endedBy,
        Optional<Instant> failedAt,
        String failure,
        Optional<Instant> nextAt) {

    /** What all its payments have in common in the books. */
    public String monthlyKey() {
        return StandingStore.monthlyKey(subscriptionId);
    }
}
