package org.rung.payments;

import org.rung.common.OrganizationId;

/**
 * What it takes to act for an organization at its provider; lives only as long as a call.
 *
 * @param simulated the demo's own provider is meant
 */
public record ProviderKeys(OrganizationId organizationId, String secret, boolean simulated) {
    @Override
    public String toString() {
        return "ProviderKeys[" + organizationId + "]";
    }
}
