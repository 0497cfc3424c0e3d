package org.rung.consent;

import java.time.Instant;
import java.util.List;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;

/** Announced in the transaction that put numbers on the do-not-text list or took them off; once a batch. */
public record SuppressionsChanged(
        OrganizationId organizationId,
        List<PhoneNumber> phones,
        SuppressionChange change,
        SuppressionScope scope,
        Instant at) {

    public boolean added() {
        return change == SuppressionChange.ADDED;
    }
}
