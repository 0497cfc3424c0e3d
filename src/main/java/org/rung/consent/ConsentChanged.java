package org.rung.consent;

import java.time.Instant;
import java.util.List;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;

/** Announced in the transaction that changed where numbers stand; bulk work announces once a batch. */
public record ConsentChanged(
        OrganizationId organizationId, List<PhoneNumber> phones, ConsentKind consent, Instant happenedAt) {}
